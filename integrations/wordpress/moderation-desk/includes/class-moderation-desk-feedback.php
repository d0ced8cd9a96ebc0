<?php
/**
 * Tells the service what moderators did in WordPress.
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * Notes each act with its comment, and sends it when the page is done, or later.
 */
class Moderation_Desk_Feedback {

	/**
	 * Sent while the moderator's browser already has its page; the rest goes by cron.
	 */
	const AT_ONCE = 10;
	const BATCH   = 50;

	/**
	 * Comments with a note, of this request.
	 *
	 * @var int[]
	 */
	private static $noted = array();

	/**
	 * Connect to WordPress.
	 */
	public static function start() {
		add_action( 'transition_comment_status', array( __CLASS__, 'note' ), 10, 3 );
		add_action( 'delete_comment', array( __CLASS__, 'forget' ), 10, 1 );
		add_action( 'shutdown', array( __CLASS__, 'send_noted' ) );
		add_action( 'moderation_desk_outcomes', array( __CLASS__, 'send_rest' ) );
	}

	/**
	 * Note what a person did; what this plugin or another program did is no outcome.
	 *
	 * @param string     $new_status Status after.
	 * @param string     $old_status Status before.
	 * @param WP_Comment $comment    The comment.
	 */
	public static function note( $new_status, $old_status, $comment ) {
		$number = (int) $comment->comment_ID;
		if ( Moderation_Desk_Rulings::is_applying() || ! current_user_can( 'edit_comment', $number ) ) {
			return;
		}
		Moderation_Desk_Gate::leave_to_person( $number );
		$outcome = self::outcome( $new_status, $old_status );
		if ( '' === $outcome || '' === (string) get_comment_meta( $number, Moderation_Desk_Settings::META_ID, true ) ) {
			return;
		}
		update_comment_meta(
			$number,
			Moderation_Desk_Settings::META_OUTCOME,
			array(
				'outcome' => $outcome,
				'by'      => mb_substr( wp_get_current_user()->display_name, 0, 300 ),
			)
		);
		self::$noted[] = $number;
	}

	/**
	 * Have the service forget a comment that is deleted for good.
	 *
	 * @param int $number The comment.
	 */
	public static function forget( $number ) {
		$id = (string) get_comment_meta( (int) $number, Moderation_Desk_Settings::META_ID, true );
		if ( '' !== $id && Moderation_Desk_Settings::is_connected() && ! Moderation_Desk_Client::is_paused() ) {
			Moderation_Desk_Client::erase( $id );
		}
	}

	/**
	 * Send what was noted in this request.
	 */
	public static function send_noted() {
		if ( array() === self::$noted ) {
			return;
		}
		if ( function_exists( 'fastcgi_finish_request' ) ) {
			fastcgi_finish_request();
		}
		$noted       = array_unique( self::$noted );
		self::$noted = array();
		self::send_now( array_slice( $noted, 0, self::AT_ONCE ) );
		if ( count( $noted ) > self::AT_ONCE ) {
			self::schedule( MINUTE_IN_SECONDS );
		}
	}

	/**
	 * Send the notes of some comments, or later where the service does not answer.
	 *
	 * @param int[] $numbers The comments.
	 */
	public static function send_now( $numbers ) {
		if ( Moderation_Desk_Client::is_paused() || ! self::send( $numbers ) ) {
			self::schedule( MINUTE_IN_SECONDS );
		}
	}

	/**
	 * Send what is left, some at a time.
	 */
	public static function send_rest() {
		$all = get_comments(
			array(
				'status'     => 'any',
				'type'       => '',
				'number'     => self::BATCH,
				'fields'     => 'ids',
				'meta_query' => array( // phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_query -- in the background, and few have it.
					array( 'key' => Moderation_Desk_Settings::META_OUTCOME ),
					array(
						'key'     => Moderation_Desk_Settings::META_WAITING,
						'compare' => 'NOT EXISTS',
					),
				),
			)
		);
		if ( array() === $all ) {
			return;
		}
		self::schedule( self::send( $all ) ? 5 : 10 * MINUTE_IN_SECONDS );
	}

	/**
	 * Say how a comment stands that was decided before the service knew it.
	 *
	 * @param string $id       The comment's id at the service.
	 * @param string $approved One of `1`, `0`, `spam`, `trash`.
	 * @return WP_Error|null
	 */
	public static function tell( $id, $approved ) {
		$outcomes = array(
			'1'     => 'published',
			'spam'  => 'spam',
			'trash' => 'removed',
		);
		if ( ! isset( $outcomes[ $approved ] ) ) {
			return null;
		}
		$answer = Moderation_Desk_Client::outcome( $id, array( 'outcome' => $outcomes[ $approved ] ) );
		return is_wp_error( $answer ) && 'unknown' !== $answer->get_error_code() ? $answer : null;
	}

	/**
	 * Send the notes of some comments; one that the service is still to judge is told when it has.
	 *
	 * @param int[] $numbers The comments.
	 * @return bool Whether the service took or refused each; `false` where it could not be reached.
	 */
	private static function send( $numbers ) {
		foreach ( $numbers as $number ) {
			if ( '' !== (string) get_comment_meta( (int) $number, Moderation_Desk_Settings::META_WAITING, true ) ) {
				continue;
			}
			$outcome = get_comment_meta( (int) $number, Moderation_Desk_Settings::META_OUTCOME, true );
			$id      = (string) get_comment_meta( (int) $number, Moderation_Desk_Settings::META_ID, true );
			if ( is_array( $outcome ) && '' !== $id ) {
				$answer = Moderation_Desk_Client::outcome( $id, $outcome );
				if ( is_wp_error( $answer ) && in_array( $answer->get_error_code(), array( 'unreachable', 'refused' ), true ) ) {
					return false;
				}
			}
			delete_comment_meta( (int) $number, Moderation_Desk_Settings::META_OUTCOME );
		}
		return true;
	}

	/**
	 * See that the rest is sent.
	 *
	 * @param int $seconds From now.
	 */
	private static function schedule( $seconds ) {
		if ( ! wp_next_scheduled( 'moderation_desk_outcomes' ) ) {
			wp_schedule_single_event( time() + $seconds, 'moderation_desk_outcomes' );
		}
	}

	/**
	 * Return what a change of status says; taken out of spam or trash a comment merely waits again.
	 *
	 * @param string $new_status Status after.
	 * @param string $old_status Status before.
	 * @return string
	 */
	private static function outcome( $new_status, $old_status ) {
		if ( 'approved' === $new_status ) {
			return 'published';
		}
		if ( 'unapproved' === $new_status ) {
			return 'approved' === $old_status ? 'removed' : '';
		}
		return 'spam' === $new_status ? 'spam' : ( 'trash' === $new_status ? 'removed' : '' );
	}
}
