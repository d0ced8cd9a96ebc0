<?php
/**
 * Speaks to the service.
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * One method for each thing that the plugin asks of the service.
 */
class Moderation_Desk_Client {

	/**
	 * While it is set nobody waits for a service that did not answer a moment ago.
	 */
	const PAUSE = 'moderation_desk_pause';

	/**
	 * Ask for a verdict.
	 *
	 * @param array $submission Body of the request.
	 * @return array|WP_Error
	 */
	public static function verdict( $submission ) {
		$answer = self::send( 'POST', '/v1/verdicts', $submission, (int) Moderation_Desk_Settings::get( 'seconds' ) );
		$is_one = is_wp_error( $answer ) || in_array( $answer['verdict'] ?? '', array( 'allow', 'flag', 'block' ), true );
		return $is_one ? $answer : new WP_Error( 'invalid', 'no verdict' );
	}

	/**
	 * Ask for many verdicts; answers come in the order of the questions.
	 *
	 * @param array[] $submissions Bodies.
	 * @return array|WP_Error
	 */
	public static function verdicts( $submissions ) {
		return self::send( 'POST', '/v1/verdicts/batch', array( 'comments' => $submissions ), 60 );
	}

	/**
	 * Say what a moderator did.
	 *
	 * @param string $id      The comment's id at the service.
	 * @param array  $outcome Body of the request.
	 * @return array|WP_Error
	 */
	public static function outcome( $id, $outcome ) {
		return self::send( 'PUT', '/v1/comments/' . rawurlencode( $id ) . '/outcome', $outcome, 10 );
	}

	/**
	 * Read a comment as the service keeps it.
	 *
	 * @param string $id The comment's id at the service.
	 * @return array|WP_Error
	 */
	public static function comment( $id ) {
		return self::send( 'GET', '/v1/comments/' . rawurlencode( $id ), null, 10 );
	}

	/**
	 * Have a comment's text and author forgotten.
	 *
	 * @param string $id The comment's id at the service.
	 * @return array|WP_Error
	 */
	public static function erase( $id ) {
		return self::send( 'DELETE', '/v1/comments/' . rawurlencode( $id ), null, 10 );
	}

	/**
	 * Read what was decided after a position.
	 *
	 * @param int $after The last position that was read.
	 * @param int $limit Most decisions at once.
	 * @return array|WP_Error
	 */
	public static function decisions( $after, $limit = 200 ) {
		return self::send( 'GET', '/v1/decisions?after=' . (int) $after . '&limit=' . (int) $limit, null, 10 );
	}

	/**
	 * Whether the service gave no answer a moment ago.
	 *
	 * @return bool
	 */
	public static function is_paused() {
		return (bool) get_transient( self::PAUSE );
	}

	/**
	 * Send a request.
	 *
	 * @param string     $method  HTTP method.
	 * @param string     $path    Path below the service's address.
	 * @param array|null $body    What is sent as JSON.
	 * @param int        $seconds How long to wait.
	 * @return array|WP_Error What was answered. Codes of errors: `unreachable`, `refused`, `invalid`.
	 */
	private static function send( $method, $path, $body, $seconds ) {
		$request = array(
			'method'      => $method,
			'timeout'     => $seconds,
			'redirection' => 0,
			'user-agent'  => 'Moderation Desk/' . MODERATION_DESK_VERSION . '; WordPress/' . get_bloginfo( 'version' ),
			'headers'     => array(
				'Authorization' => 'Bearer ' . Moderation_Desk_Settings::key(),
				'Accept'        => 'application/json',
			),
		);
		if ( null !== $body ) {
			$request['headers']['Content-Type'] = 'application/json';
			$request['body']                    = wp_json_encode( $body, JSON_INVALID_UTF8_SUBSTITUTE );
		}
		$answer = wp_remote_request( Moderation_Desk_Settings::get( 'url' ) . $path, $request );
		return self::read( $answer );
	}

	/**
	 * Read an answer, and remember trouble until it is over.
	 *
	 * @param array|WP_Error $answer What came back.
	 * @return array|WP_Error
	 */
	private static function read( $answer ) {
		if ( is_wp_error( $answer ) ) {
			return self::trouble( 'unreachable', $answer->get_error_message() );
		}
		$status  = wp_remote_retrieve_response_code( $answer );
		$content = json_decode( wp_remote_retrieve_body( $answer ), true );
		$detail  = is_array( $content ) && isset( $content['detail'] ) && is_string( $content['detail'] ) ? $content['detail'] : '';
		if ( 401 === $status || 403 === $status ) {
			return self::trouble( 'refused', $detail );
		}
		if ( 429 === $status || $status >= 500 || ( $status < 300 && 204 !== $status && ! is_array( $content ) ) ) {
			return self::trouble( 'unreachable', '' === $detail ? 'HTTP ' . $status : $detail );
		}
		if ( $status >= 300 ) {
			return new WP_Error( 404 === $status ? 'unknown' : 'invalid', '' === $detail ? 'HTTP ' . $status : $detail );
		}
		delete_transient( self::PAUSE );
		if ( get_option( Moderation_Desk_Settings::TROUBLE ) ) {
			update_option( Moderation_Desk_Settings::TROUBLE, '', false );
		}
		return is_array( $content ) ? $content : array();
	}

	/**
	 * Remember why the service could not be used, for the administrator.
	 *
	 * @param string $code Kind of trouble.
	 * @param string $why  In words.
	 * @return WP_Error
	 */
	private static function trouble( $code, $why ) {
		if ( 'unreachable' === $code ) {
			set_transient( self::PAUSE, 1, 30 );
		}
		$known = get_option( Moderation_Desk_Settings::TROUBLE );
		if ( ! is_array( $known ) || $known['code'] !== $code ) {
			update_option(
				Moderation_Desk_Settings::TROUBLE,
				array(
					'code' => $code,
					'why'  => substr( wp_strip_all_tags( $why ), 0, 300 ),
					'at'   => time(),
				),
				false
			);
		}
		return new WP_Error( $code, $why );
	}
}
