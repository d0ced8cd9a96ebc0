<?php
/**
 * What can be set, and where it is kept.
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * The settings: one option, and three more that are not loaded with every page.
 */
class Moderation_Desk_Settings {

	const OPTION   = 'moderation_desk';
	const KEY      = 'moderation_desk_key';
	const SECRET   = 'moderation_desk_secret';
	const POSITION = 'moderation_desk_position';
	const TROUBLE  = 'moderation_desk_trouble';
	const BACKFILL = 'moderation_desk_backfill';

	/**
	 * What is kept of a comment: its id at the service, the verdict, the place of the last decision,
	 * what WordPress alone would have done while a verdict is missing, an outcome still to be sent, and what is hidden.
	 */
	const META_ID       = '_moderation_desk_id';
	const META_VERDICT  = '_moderation_desk_verdict';
	const META_POSITION = '_moderation_desk_position';
	const META_WAITING  = '_moderation_desk_waiting';
	const META_OUTCOME  = '_moderation_desk_outcome';
	const META_MASKED   = '_moderation_desk_masked';

	const METAS = array( self::META_ID, self::META_VERDICT, self::META_POSITION, self::META_WAITING, self::META_OUTCOME, self::META_MASKED );

	const JOBS = array( 'moderation_desk_recheck', 'moderation_desk_outcomes', 'moderation_desk_poll', 'moderation_desk_backfill_step' );

	/**
	 * What each setting may be; the first is the default.
	 */
	const CHOICES = array(
		'allow' => array( 'wordpress', 'approve' ),
		'flag'  => array( 'hold', 'spam', 'trash' ),
		'block' => array( 'spam', 'trash', 'hold', 'refuse' ),
	);

	/**
	 * Return one setting.
	 *
	 * @param string $name Name of the setting.
	 * @return mixed
	 */
	public static function get( $name ) {
		$kept = get_option( self::OPTION, array() );
		return array_merge( self::defaults(), is_array( $kept ) ? $kept : array() )[ $name ];
	}

	/**
	 * Return what holds until somebody sets it. A new site observes first.
	 *
	 * @return array
	 */
	public static function defaults() {
		return array(
			'url'     => '',
			'desk'    => '',
			'observe' => true,
			'allow'   => 'wordpress',
			'flag'    => 'hold',
			'block'   => 'spam',
			'seconds' => 2,
		);
	}

	/**
	 * Return the API key: the constant in wp-config.php wins.
	 *
	 * @return string
	 */
	public static function key() {
		return defined( 'MODERATION_API_KEY' ) ? (string) MODERATION_API_KEY : (string) get_option( self::KEY, '' );
	}

	/**
	 * Whether there is somebody to ask.
	 *
	 * @return bool
	 */
	public static function is_connected() {
		return '' !== self::get( 'url' ) && '' !== self::key();
	}

	/**
	 * Make the options that must not be loaded with every page.
	 */
	public static function create() {
		foreach ( array( self::KEY, self::SECRET, self::TROUBLE ) as $option ) {
			add_option( $option, '', '', 'no' );
		}
		add_option( self::POSITION, 0, '', 'no' );
		add_option( self::BACKFILL, array(), '', 'no' );
	}

	/**
	 * Make what was typed into settings that can be used.
	 *
	 * @param mixed $typed What came from the form.
	 * @return array
	 */
	public static function sanitize( $typed ) {
		$typed = is_array( $typed ) ? $typed : array();
		$clean = self::defaults();
		foreach ( array( 'url', 'desk' ) as $name ) {
			$clean[ $name ] = untrailingslashit( esc_url_raw( trim( $typed[ $name ] ?? '' ), array( 'http', 'https' ) ) );
		}
		foreach ( self::CHOICES as $name => $choices ) {
			$clean[ $name ] = in_array( $typed[ $name ] ?? '', $choices, true ) ? $typed[ $name ] : $choices[0];
		}
		$clean['observe'] = ! empty( $typed['observe'] );
		$clean['seconds'] = min( 5, max( 1, (int) ( $typed['seconds'] ?? 2 ) ) );
		return $clean;
	}

	/**
	 * Keep the API key that is there where none was typed: it is never shown again.
	 *
	 * @param mixed $typed What came from the form.
	 * @return string
	 */
	public static function sanitize_key( $typed ) {
		return self::typed_or_kept( $typed, self::KEY );
	}

	/**
	 * Keep the secret of the webhook where none was typed.
	 *
	 * @param mixed $typed What came from the form.
	 * @return string
	 */
	public static function sanitize_secret( $typed ) {
		return self::typed_or_kept( $typed, self::SECRET );
	}

	/**
	 * Return what was typed, or what is kept; a single dash forgets it.
	 *
	 * @param mixed  $typed  What came from the form.
	 * @param string $option Where it is kept.
	 * @return string
	 */
	private static function typed_or_kept( $typed, $option ) {
		$typed = is_string( $typed ) ? trim( preg_replace( '/[^\x21-\x7e]/', '', $typed ) ) : '';
		if ( '-' === $typed ) {
			return '';
		}
		return '' === $typed ? (string) get_option( $option, '' ) : $typed;
	}
}
