<?php
/**
 * Asks again for comments that got no verdict when they came.
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * Works through comments that wait for the service, oldest first.
 */
class Moderation_Desk_Recheck {

	const BATCH = 25;

	/**
	 * Connect to WordPress.
	 */
	public static function start() {
		add_action( 'moderation_desk_recheck', array( __CLASS__, 'run' ) );
	}

	/**
	 * See that it runs, if it does not already wait to.
	 *
	 * @param int $seconds From now.
	 */
	public static function schedule( $seconds ) {
		if ( ! wp_next_scheduled( 'moderation_desk_recheck' ) ) {
			wp_schedule_single_event( time() + $seconds, 'moderation_desk_recheck' );
		}
	}

	/**
	 * Ask again; the first failure ends the round, and the next comes later.
	 */
	public static function run() {
		$waiting = self::waiting();
		foreach ( $waiting as $comment ) {
			$number = (int) $comment->comment_ID;
			$is_new = ! metadata_exists( 'comment', $number, Moderation_Desk_Settings::META_VERDICT );
			$answer = Moderation_Desk_Client::verdict( Moderation_Desk_Submission::of( Moderation_Desk_Submission::id( $number ), $comment->to_array(), ! $is_new ) );
			if ( is_wp_error( $answer ) && 'invalid' !== $answer->get_error_code() ) {
				self::schedule( 5 * MINUTE_IN_SECONDS );
				return;
			}
			self::settle( $comment, $answer );
		}
		if ( count( $waiting ) === self::BATCH ) {
			self::schedule( 5 );
		}
	}

	/**
	 * Return comments that wait.
	 *
	 * @return WP_Comment[]
	 */
	private static function waiting() {
		return get_comments(
			array(
				'status'   => 'any',
				'type'     => '',
				'number'   => self::BATCH,
				'orderby'  => 'comment_ID',
				'order'    => 'ASC',
				'meta_key' => Moderation_Desk_Settings::META_WAITING, // phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_key -- in the background, and few have it.
			)
		);
	}

	/**
	 * Let a late verdict take effect, unless somebody was faster; what a person did meanwhile is told now.
	 *
	 * @param WP_Comment     $comment The comment.
	 * @param array|WP_Error $answer  The verdict; an error where the service cannot judge this comment at all.
	 */
	private static function settle( $comment, $answer ) {
		$number = (int) $comment->comment_ID;
		$alone  = substr( (string) get_comment_meta( $number, Moderation_Desk_Settings::META_WAITING, true ), 1 );
		delete_comment_meta( $number, Moderation_Desk_Settings::META_WAITING );
		if ( is_wp_error( $answer ) ) {
			return;
		}
		Moderation_Desk_Gate::keep_verdict( $number, $answer, $alone );
		if ( is_array( get_comment_meta( $number, Moderation_Desk_Settings::META_OUTCOME, true ) ) ) {
			Moderation_Desk_Gate::leave_to_person( $number );
			Moderation_Desk_Feedback::send_now( array( $number ) );
			return;
		}
		if ( '' === $alone || Moderation_Desk_Settings::get( 'observe' ) ) {
			return;
		}
		if ( '0' !== (string) $comment->comment_approved ) { // Another program was faster.
			Moderation_Desk_Feedback::tell( Moderation_Desk_Submission::id( $number ), (string) $comment->comment_approved );
			return;
		}
		$effect = Moderation_Desk_Gate::effect( $answer, $alone );
		Moderation_Desk_Rulings::set_status( $number, 'refuse' === $effect ? 'trash' : $effect );
	}
}
