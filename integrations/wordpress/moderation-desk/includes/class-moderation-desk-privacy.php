<?php
/**
 * Says what is sent, exports what is kept, and has it erased.
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * Joins WordPress's own tools for privacy.
 */
class Moderation_Desk_Privacy {

	const BATCH = 50;

	/**
	 * Connect to WordPress.
	 */
	public static function start() {
		add_action( 'admin_init', array( __CLASS__, 'propose' ) );
		add_filter( 'wp_privacy_personal_data_erasers', array( __CLASS__, 'register_eraser' ) );
		add_filter( 'wp_privacy_personal_data_exporters', array( __CLASS__, 'register_exporter' ) );
	}

	/**
	 * Propose a text for the site's privacy policy.
	 */
	public static function propose() {
		if ( ! function_exists( 'wp_add_privacy_policy_content' ) ) {
			return;
		}
		$text = '<p>' . __( 'Before a comment appears, its text, the name, e-mail address, web address and IP address of its writer, and the title and text of the page that it stands under are sent to the moderation service that this site runs. The service keeps the text and the name until they are erased, and the e-mail and IP address as keyed hashes that cannot be turned back. It does not receive cookies, browser details or anything else about the visit.', 'moderation-desk' ) . '</p>';
		wp_add_privacy_policy_content( __( 'Moderation Desk', 'moderation-desk' ), wp_kses_post( $text ) );
	}

	/**
	 * Register what erases.
	 *
	 * @param array $erasers Those that there are.
	 * @return array
	 */
	public static function register_eraser( $erasers ) {
		// Before WordPress itself, which takes the e-mail address by which comments are found.
		$ours = array(
			'moderation-desk' => array(
				'eraser_friendly_name' => __( 'Moderation Desk', 'moderation-desk' ),
				'callback'             => array( __CLASS__, 'erase' ),
			),
		);
		return $ours + $erasers;
	}

	/**
	 * Register what exports.
	 *
	 * @param array $exporters Those that there are.
	 * @return array
	 */
	public static function register_exporter( $exporters ) {
		$exporters['moderation-desk'] = array(
			'exporter_friendly_name' => __( 'Moderation Desk', 'moderation-desk' ),
			'callback'               => array( __CLASS__, 'export' ),
		);
		return $exporters;
	}

	/**
	 * Have the service forget a person's comments.
	 *
	 * @param string $email The person's address.
	 * @return array
	 */
	public static function erase( $email ) {
		$messages = array();
		$removed  = false;
		$numbers  = self::comments( $email, 1 );
		foreach ( $numbers as $number ) {
			$id     = (string) get_comment_meta( $number, Moderation_Desk_Settings::META_ID, true );
			$answer = Moderation_Desk_Client::erase( $id );
			if ( is_wp_error( $answer ) && 'unknown' !== $answer->get_error_code() ) {
				$messages[] = __( 'The moderation service could not be reached; start the erasure again later.', 'moderation-desk' );
				break;
			}
			foreach ( Moderation_Desk_Settings::METAS as $meta ) {
				delete_comment_meta( $number, $meta );
			}
			$removed = true;
		}
		return array(
			'items_removed'  => $removed,
			'items_retained' => array() !== $messages,
			'messages'       => $messages,
			'done'           => array() !== $messages || count( $numbers ) < self::BATCH,
		);
	}

	/**
	 * Export the verdicts on a person's comments.
	 *
	 * @param string $email The person's address.
	 * @param int    $page  Which page.
	 * @return array
	 */
	public static function export( $email, $page = 1 ) {
		$items   = array();
		$numbers = self::comments( $email, (int) $page );
		foreach ( $numbers as $number ) {
			$kept    = get_comment_meta( $number, Moderation_Desk_Settings::META_VERDICT, true );
			$items[] = array(
				'group_id'    => 'moderation-desk',
				'group_label' => __( 'Moderation of comments', 'moderation-desk' ),
				'item_id'     => 'comment-' . $number,
				'data'        => array(
					array(
						'name'  => __( 'Verdict', 'moderation-desk' ),
						'value' => is_array( $kept ) ? $kept['verdict'] : '',
					),
					array(
						'name'  => __( 'Reasons', 'moderation-desk' ),
						'value' => is_array( $kept ) ? implode( '; ', $kept['reasons'] ) : '',
					),
				),
			);
		}
		return array(
			'data' => $items,
			'done' => count( $numbers ) < self::BATCH,
		);
	}

	/**
	 * Return a person's comments that the service knows, spam and trash too.
	 *
	 * @param string $email The person's address.
	 * @param int    $page  Which page, from 1.
	 * @return int[]
	 */
	private static function comments( $email, $page ) {
		global $wpdb;
		if ( '' === trim( $email ) ) {
			return array();
		}
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- all states at once, which no function does.
		$found = $wpdb->get_col(
			$wpdb->prepare(
				"SELECT c.comment_ID FROM {$wpdb->comments} c
				JOIN {$wpdb->commentmeta} m ON m.comment_id = c.comment_ID AND m.meta_key = %s
				WHERE c.comment_author_email = %s ORDER BY c.comment_ID LIMIT %d OFFSET %d",
				Moderation_Desk_Settings::META_ID,
				$email,
				self::BATCH,
				self::BATCH * ( $page - 1 )
			)
		);
		return array_map( 'intval', $found );
	}
}
