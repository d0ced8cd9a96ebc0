<?php
/**
 * Sends old comments for scoring, in the background.
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * Goes through the comments that the service does not know, oldest first, and changes none of them.
 */
class Moderation_Desk_Backfill {

	const BATCH = 50;

	/**
	 * Connect to WordPress.
	 */
	public static function start() {
		add_action( 'moderation_desk_backfill_step', array( __CLASS__, 'step' ) );
	}

	/**
	 * Begin, or go on where it was stopped.
	 */
	public static function resume() {
		$state = self::state();
		if ( 'done' === $state['state'] ) {
			$state = self::fresh();
		}
		$state['state'] = 'running';
		$state['total'] = $state['done'] + self::left( $state['last'] );
		self::save( $state );
		wp_clear_scheduled_hook( 'moderation_desk_backfill_step' );
		wp_schedule_single_event( time(), 'moderation_desk_backfill_step' );
	}

	/**
	 * Stop after the batch at hand.
	 */
	public static function stop() {
		self::save( array( 'state' => 'stopped' ) + self::state() );
		wp_clear_scheduled_hook( 'moderation_desk_backfill_step' );
	}

	/**
	 * Return how far it has come.
	 *
	 * @return array `state` (idle, running, stopped, done), `last` comment, `done`, `total`, `why` it waits.
	 */
	public static function state() {
		$kept = get_option( Moderation_Desk_Settings::BACKFILL, array() );
		return array_merge( self::fresh(), is_array( $kept ) ? $kept : array() );
	}

	/**
	 * Send one batch, and arrange the next.
	 */
	public static function step() {
		$state = self::state();
		if ( 'running' !== $state['state'] ) {
			return;
		}
		$numbers = self::next( $state['last'] );
		if ( array() === $numbers ) {
			self::save( array( 'state' => 'done' ) + $state );
			return;
		}
		$failure = self::send( $numbers );
		if ( null !== $failure ) {
			self::save( array( 'why' => $failure->get_error_message() ) + $state );
			wp_schedule_single_event( time() + 5 * MINUTE_IN_SECONDS, 'moderation_desk_backfill_step' );
			return;
		}
		$state['last']  = end( $numbers );
		$state['done'] += count( $numbers );
		$state['why']   = '';
		// It may have been stopped meanwhile.
		$state['state'] = self::state()['state'];
		self::save( $state );
		wp_schedule_single_event( time(), 'moderation_desk_backfill_step' );
	}

	/**
	 * Have a batch judged, and say how each comment stands: the service learns, and no review waits for it.
	 *
	 * @param int[] $numbers The comments.
	 * @return WP_Error|null
	 */
	private static function send( $numbers ) {
		$submissions = array();
		foreach ( $numbers as $number ) {
			$id = Moderation_Desk_Submission::id( $number );
			add_comment_meta( $number, Moderation_Desk_Settings::META_ID, $id, true );
			$submissions[] = Moderation_Desk_Submission::of( $id, get_comment( $number )->to_array() );
		}
		$answers = Moderation_Desk_Client::verdicts( $submissions );
		if ( is_wp_error( $answers ) ) {
			return $answers;
		}
		foreach ( array_values( $answers['verdicts'] ?? array() ) as $place => $answer ) {
			if ( ! isset( $numbers[ $place ], $answer['verdict'] ) ) {
				continue;
			}
			Moderation_Desk_Gate::keep_verdict( $numbers[ $place ], $answer );
			$failure = Moderation_Desk_Feedback::tell( $submissions[ $place ]['comment']['id'], (string) get_comment( $numbers[ $place ] )->comment_approved );
			if ( null !== $failure ) {
				return $failure;
			}
		}
		return null;
	}

	/**
	 * Return the next comments without a verdict.
	 *
	 * @param int $after The last one that was sent.
	 * @return int[]
	 */
	private static function next( $after ) {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- by number and without paging, which no function does.
		$found = $wpdb->get_col(
			$wpdb->prepare(
				"SELECT c.comment_ID FROM {$wpdb->comments} c
				LEFT JOIN {$wpdb->commentmeta} m ON m.comment_id = c.comment_ID AND m.meta_key = %s
				WHERE c.comment_ID > %d AND m.meta_id IS NULL AND c.comment_approved IN ('1', '0', 'spam', 'trash')
				AND c.comment_type IN ('', 'comment', 'pingback', 'trackback', 'review')
				ORDER BY c.comment_ID LIMIT %d",
				Moderation_Desk_Settings::META_VERDICT,
				$after,
				self::BATCH
			)
		);
		return array_map( 'intval', $found );
	}

	/**
	 * Count the comments that are left.
	 *
	 * @param int $after The last one that was sent.
	 * @return int
	 */
	private static function left( $after ) {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- as above; asked once.
		return (int) $wpdb->get_var(
			$wpdb->prepare(
				"SELECT COUNT(*) FROM {$wpdb->comments} c
				LEFT JOIN {$wpdb->commentmeta} m ON m.comment_id = c.comment_ID AND m.meta_key = %s
				WHERE c.comment_ID > %d AND m.meta_id IS NULL AND c.comment_approved IN ('1', '0', 'spam', 'trash')
				AND c.comment_type IN ('', 'comment', 'pingback', 'trackback', 'review')",
				Moderation_Desk_Settings::META_VERDICT,
				$after
			)
		);
	}

	/**
	 * Return where it begins.
	 *
	 * @return array
	 */
	private static function fresh() {
		return array(
			'state' => 'idle',
			'last'  => 0,
			'done'  => 0,
			'total' => 0,
			'why'   => '',
		);
	}

	/**
	 * Keep how far it has come.
	 *
	 * @param array $state As `state` returns it.
	 */
	private static function save( $state ) {
		update_option( Moderation_Desk_Settings::BACKFILL, $state, false );
	}
}
