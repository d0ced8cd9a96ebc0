<?php
/**
 * Does in WordPress what was decided at the service: told by webhook, or asked for by cron.
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * Applies decisions, each at most once and never an older one after a newer.
 */
class Moderation_Desk_Rulings {

	const TOLERANCE = 5 * MINUTE_IN_SECONDS;
	const PAGES     = 10;

	/**
	 * Whether a change of status comes from here, and is not to be sent back.
	 *
	 * @var bool
	 */
	private static $is_applying = false;

	/**
	 * Connect to WordPress.
	 */
	public static function start() {
		add_action( 'rest_api_init', array( __CLASS__, 'register' ) );
		add_action( 'moderation_desk_poll', array( __CLASS__, 'poll' ) );
		// phpcs:ignore WordPress.WP.CronInterval.CronSchedulesInterval -- a ruling should show within minutes; a question without news costs next to nothing.
		add_filter( 'cron_schedules', array( __CLASS__, 'intervals' ) );
	}

	/**
	 * Add an interval of five minutes.
	 *
	 * @param array $intervals Those that there are.
	 * @return array
	 */
	public static function intervals( $intervals ) {
		$intervals['moderation_desk_often'] = array(
			'interval' => 5 * MINUTE_IN_SECONDS,
			'display'  => __( 'Every five minutes', 'moderation-desk' ),
		);
		return $intervals;
	}

	/**
	 * See that the service is asked.
	 */
	public static function schedule() {
		if ( ! wp_next_scheduled( 'moderation_desk_poll' ) ) {
			add_filter( 'cron_schedules', array( __CLASS__, 'intervals' ) ); // phpcs:ignore WordPress.WP.CronInterval.CronSchedulesInterval -- as above.
			wp_schedule_event( time() + MINUTE_IN_SECONDS, 'moderation_desk_often', 'moderation_desk_poll' );
		}
	}

	/**
	 * Register the address that the service may tell.
	 */
	public static function register() {
		register_rest_route(
			'moderation-desk/v1',
			'/webhook',
			array(
				'methods'             => 'POST',
				'callback'            => array( __CLASS__, 'receive' ),
				'permission_callback' => array( __CLASS__, 'is_signed' ),
			)
		);
	}

	/**
	 * Whether a message is signed as Standard Webhooks has it, and is not old.
	 *
	 * @param WP_REST_Request $request The message.
	 * @return true|WP_Error
	 */
	public static function is_signed( $request ) {
		$secret = (string) get_option( Moderation_Desk_Settings::SECRET, '' );
		$key    = 0 === strpos( $secret, 'whsec_' ) ? base64_decode( substr( $secret, 6 ), true ) : false; // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode -- the standard's own form.
		$id     = (string) $request->get_header( 'webhook-id' );
		$time   = (string) $request->get_header( 'webhook-timestamp' );
		if ( $key && '' !== $id && ctype_digit( $time ) && abs( time() - (int) $time ) <= self::TOLERANCE ) {
			$digest   = hash_hmac( 'sha256', $id . '.' . $time . '.' . $request->get_body(), $key, true );
			$expected = 'v1,' . base64_encode( $digest ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- as above.
			foreach ( explode( ' ', (string) $request->get_header( 'webhook-signature' ) ) as $signature ) {
				if ( hash_equals( $expected, $signature ) ) {
					return true;
				}
			}
		}
		return new WP_Error( 'rest_forbidden', __( 'This message is not signed by the moderation service.', 'moderation-desk' ), array( 'status' => 401 ) );
	}

	/**
	 * Take a message. One that came before is taken again, and changes nothing.
	 *
	 * @param WP_REST_Request $request The message.
	 * @return WP_REST_Response
	 */
	public static function receive( $request ) {
		$message = json_decode( $request->get_body(), true );
		$seen    = 'moderation_desk_' . md5( (string) $request->get_header( 'webhook-id' ) );
		if ( is_array( $message['data'] ?? null ) && ! get_transient( $seen ) ) {
			self::apply( $message['data'] );
			set_transient( $seen, 1, 2 * self::TOLERANCE );
		}
		return new WP_REST_Response( null, 204 );
	}

	/**
	 * Ask for what was decided since the last time.
	 */
	public static function poll() {
		if ( ! Moderation_Desk_Settings::is_connected() ) {
			return;
		}
		for ( $page = 0; $page < self::PAGES; $page++ ) {
			$after = (int) get_option( Moderation_Desk_Settings::POSITION, 0 );
			$feed  = Moderation_Desk_Client::decisions( $after );
			if ( is_wp_error( $feed ) || ! isset( $feed['decisions'], $feed['next'] ) || (int) $feed['next'] <= $after ) {
				return;
			}
			foreach ( $feed['decisions'] as $decision ) {
				self::apply( $decision + array( 'effect' => $decision['verdict']['effect'] ?? '' ) );
			}
			update_option( Moderation_Desk_Settings::POSITION, (int) $feed['next'], false );
		}
	}

	/**
	 * Do what was decided, unless something later already was.
	 *
	 * @param array $decision As the feed or a message has it.
	 */
	public static function apply( $decision ) {
		$is_ours = in_array( $decision['source'] ?? '', array( 'policy', 'site' ), true );
		$known   = isset( $decision['comment_id'], $decision['outcome'], $decision['position'] );
		$number  = $known && ! $is_ours ? self::number( (string) $decision['comment_id'] ) : 0;
		if ( 0 === $number || (int) $decision['position'] <= (int) get_comment_meta( $number, Moderation_Desk_Settings::META_POSITION, true ) ) {
			return;
		}
		$kept = get_comment_meta( $number, Moderation_Desk_Settings::META_VERDICT, true );
		if ( isset( $decision['revision'], $kept['revision'] ) && (int) $decision['revision'] < $kept['revision'] ) { // Of a text that is gone.
			return;
		}
		update_comment_meta( $number, Moderation_Desk_Settings::META_POSITION, (int) $decision['position'] );
		delete_comment_meta( $number, Moderation_Desk_Settings::META_WAITING );
		delete_comment_meta( $number, Moderation_Desk_Settings::META_OUTCOME );
		Moderation_Desk_Gate::leave_to_person( $number );
		if ( ! Moderation_Desk_Settings::get( 'observe' ) ) {
			$status = self::status( $decision );
			self::set_status( $number, Moderation_Desk_Masks::keep( $number, (array) ( $decision['masked'] ?? array() ) ) ? $status : '0' );
		}
	}

	/**
	 * Change a comment, and tell nobody that somebody here did.
	 *
	 * @param int    $number The comment.
	 * @param string $status One of `1`, `0`, `spam` or `trash`.
	 */
	public static function set_status( $number, $status ) {
		$comment = get_comment( $number );
		if ( ! $comment || (string) $comment->comment_approved === $status ) {
			return;
		}
		self::$is_applying = true;
		try {
			self::change( $comment, $status );
		} finally {
			self::$is_applying = false;
		}
	}

	/**
	 * Whether a change of status comes from here.
	 *
	 * @return bool
	 */
	public static function is_applying() {
		return self::$is_applying;
	}

	/**
	 * Change a comment by WordPress's own functions, which keep what is needed to undo it.
	 *
	 * @param WP_Comment $comment The comment.
	 * @param string     $status  One of `1`, `0`, `spam` or `trash`.
	 */
	private static function change( $comment, $status ) {
		if ( 'spam' === $status ) {
			wp_spam_comment( $comment );
		} elseif ( 'trash' === $status && EMPTY_TRASH_DAYS ) {
			wp_trash_comment( $comment );
		} else {
			wp_set_comment_status( $comment, '1' === $status ? 'approve' : 'hold' );
		}
	}

	/**
	 * Return the status that a decision asks for.
	 *
	 * @param array $decision The decision.
	 * @return string
	 */
	private static function status( $decision ) {
		if ( Moderation_Desk_Gate::is_passed( array( 'verdict' => $decision['outcome'] ) + $decision ) ) {
			return '1';
		}
		$chosen = Moderation_Desk_Settings::get( 'block' === $decision['outcome'] ? 'block' : 'flag' );
		$stored = array(
			'hold'   => '0',
			'refuse' => 'trash',
		);
		return $stored[ $chosen ] ?? $chosen;
	}

	/**
	 * Find a comment by its id at the service.
	 *
	 * @param string $id The id.
	 * @return int 0 where there is none.
	 */
	private static function number( $id ) {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- comments in spam and trash count too, and no function finds them by meta.
		$number = (int) $wpdb->get_var(
			$wpdb->prepare(
				"SELECT comment_id FROM {$wpdb->commentmeta} WHERE meta_key = %s AND meta_value = %s LIMIT 1",
				Moderation_Desk_Settings::META_ID,
				$id
			)
		);
		// A comment of an archive that was imported goes by its number.
		return 0 === $number && ctype_digit( $id ) && get_comment( (int) $id ) ? (int) $id : $number;
	}
}
