<?php
/**
 * Plugin Name: Akismet here
 * Description: Sends what Akismet's plugin asks to your own moderation service. Belongs into wp-content/mu-plugins.
 * Version:     0.1.0
 * License:     Apache-2.0
 *
 * Wants two lines in wp-config.php: the address of the service, and a key of `moderation key create --akismet`.
 *
 *     define( 'AKISMET_HERE', 'https://moderation.example.org' );
 *     define( 'WPCOM_API_KEY', '0123456789ab' );
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * Ask the service in the place of rest.akismet.com.
 *
 * A reader waits three seconds at most, where Akismet's plugin would try for 45. What is no answer becomes one that
 * every version holds the comment at and asks again; left alone, versions from 5.3.7 on would publish it.
 *
 * @param false|array|WP_Error $answer  What another filter answers already.
 * @param array                $request The request.
 * @param string               $url     Where it would go.
 * @return false|array|WP_Error
 */
function moderation_akismet_here( $answer, $request, $url ) {
	if ( 'rest.akismet.com' !== wp_parse_url( $url, PHP_URL_HOST ) || ! defined( 'AKISMET_HERE' ) ) {
		return $answer;
	}
	$path = wp_parse_url( $url, PHP_URL_PATH );
	unset( $request['headers']['Host'] );
	$request['timeout'] = 3;
	$answer             = wp_remote_request( untrailingslashit( AKISMET_HERE ) . $path, $request );
	if ( '/1.1/comment-check' !== $path || wp_remote_retrieve_header( $answer, 'x-akismet-guid' ) ) {
		return $answer;
	}
	return array(
		'headers'  => array( 'x-akismet-guid' => wp_generate_uuid4() ),
		'body'     => 'invalid',
		'response' => array(
			'code'    => 200,
			'message' => 'OK',
		),
		'cookies'  => array(),
		'filename' => null,
	);
}
add_filter( 'pre_http_request', 'moderation_akismet_here', 10, 3 );

/**
 * Keep the key from Akismet: the plugin's pages hold a frame from there, older ones with the key in its address.
 */
function moderation_akismet_here_frames() {
	$page = isset( $_GET['page'] ) ? sanitize_key( $_GET['page'] ) : ''; // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- nothing is changed.
	if ( defined( 'AKISMET_HERE' ) && 0 === strpos( $page, 'akismet' ) ) {
		header( "Content-Security-Policy: frame-src 'self'", false );
	}
}
add_action( 'admin_init', 'moderation_akismet_here_frames', 100 );
