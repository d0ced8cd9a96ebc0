<?php
/**
 * Has a comment judged again when its text changes.
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * The way of an edit: judged before it is stored, under the id of the comment. A writer's edit is let through, held or
 * refused like a new comment; what whoever may edit comments makes of one stands, and the service is told so.
 */
class Moderation_Desk_Edits {

	/**
	 * Edits that are about to be stored: answer, what WordPress alone would do, and whether a person decided.
	 *
	 * @var array[]
	 */
	private static $judged = array();

	/**
	 * Connect to WordPress.
	 */
	public static function start() {
		add_filter( 'wp_update_comment_data', array( __CLASS__, 'judge' ), 90 );
		add_action( 'edit_comment', array( __CLASS__, 'keep' ) );
	}

	/**
	 * Have a changed text judged, and let the verdict on a writer's edit take effect.
	 *
	 * @param array|WP_Error $edited Fields of the comment, without slashes.
	 * @return array|WP_Error
	 */
	public static function judge( $edited ) {
		if ( is_wp_error( $edited ) || ! self::is_to_be_judged( $edited ) ) {
			return $edited;
		}
		$number   = (int) $edited['comment_ID'];
		$answer   = Moderation_Desk_Gate::ask( Moderation_Desk_Submission::of( Moderation_Desk_Submission::id( $number ), $edited, true ) );
		$approved = (string) $edited['comment_approved'];
		$decided  = self::is_by_whoever_may( $number );
		$alone    = $decided ? '' : Moderation_Desk_Gate::alone( $number, $approved );
		if ( ! $decided && ! Moderation_Desk_Settings::get( 'observe' ) ) {
			$effect = is_wp_error( $answer ) ? self::held( $approved ) : Moderation_Desk_Gate::effect( $answer, $alone );
			if ( 'refuse' === $effect ) {
				return Moderation_Desk_Gate::refusal( $answer );
			}
			$edited['comment_approved'] = Moderation_Desk_Gate::stored( $effect );
		}
		self::$judged[ $number ] = compact( 'answer', 'alone', 'decided' );
		return $edited;
	}

	/**
	 * Keep the verdict on an edit that is stored, or note that it is still to be had.
	 *
	 * @param int $number The comment.
	 */
	public static function keep( $number ) {
		$number = (int) $number;
		if ( ! isset( self::$judged[ $number ] ) ) {
			return;
		}
		$judged = self::$judged[ $number ];
		unset( self::$judged[ $number ] );
		add_comment_meta( $number, Moderation_Desk_Settings::META_ID, Moderation_Desk_Submission::id( $number ), true );
		if ( is_wp_error( $judged['answer'] ) ) {
			update_comment_meta( $number, Moderation_Desk_Settings::META_WAITING, 'w' . $judged['alone'] );
			Moderation_Desk_Recheck::schedule( MINUTE_IN_SECONDS );
		} else {
			delete_comment_meta( $number, Moderation_Desk_Settings::META_WAITING );
			Moderation_Desk_Gate::keep_verdict( $number, $judged['answer'], $judged['alone'] );
		}
		if ( $judged['decided'] ) {
			Moderation_Desk_Feedback::note( wp_get_comment_status( $number ), '', get_comment( $number ) );
		}
	}

	/**
	 * Whether an edit changes the text of a comment that the service is asked about. One by whoever may edit it counts
	 * if the service knows the comment: moderators' own comments are not sent.
	 *
	 * @param array $edited Its fields, not stored yet.
	 * @return bool
	 */
	private static function is_to_be_judged( $edited ) {
		$number = (int) $edited['comment_ID'];
		$before = get_comment( $number );
		return Moderation_Desk_Settings::is_connected()
			&& $edited['comment_content'] !== $before->comment_content
			&& Moderation_Desk_Gate::is_judged( $before->comment_type )
			&& ( metadata_exists( 'comment', $number, Moderation_Desk_Settings::META_ID ) || ! self::is_by_whoever_may( $number ) );
	}

	/**
	 * Whether WordPress's own rules, and no plugin that lets writers mend their words, allow the edit: or a program of
	 * the site's owner makes it.
	 *
	 * @param int $number The comment.
	 * @return bool
	 */
	private static function is_by_whoever_may( $number ) {
		return current_user_can( 'edit_comment', $number ) || wp_doing_cron() || ( defined( 'WP_CLI' ) && WP_CLI );
	}

	/**
	 * Return how a comment stands that nobody has judged: no milder than held.
	 *
	 * @param string $approved How it stood.
	 * @return string
	 */
	private static function held( $approved ) {
		return '1' === $approved ? '0' : $approved;
	}
}
