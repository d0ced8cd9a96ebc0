<?php
/**
 * Plugin Name:       Moderation Desk
 * Description:       Asks your own comment moderation service before a comment appears, and keeps both in step.
 * Version:           0.1.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * License:           Apache-2.0
 * License URI:       https://www.apache.org/licenses/LICENSE-2.0
 * Text Domain:       moderation-desk
 * Domain Path:       /languages
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

define( 'MODERATION_DESK_VERSION', '0.1.0' );
define( 'MODERATION_DESK_FILE', __FILE__ );

foreach ( array( 'settings', 'client', 'submission', 'gate', 'edits', 'recheck', 'feedback', 'rulings', 'masks', 'backfill', 'privacy', 'admin', 'comments-list' ) as $moderation_desk_part ) {
	require_once __DIR__ . '/includes/class-moderation-desk-' . $moderation_desk_part . '.php';
}
unset( $moderation_desk_part );

/**
 * Make what must be there: options that are not loaded with every page, and the look for rulings.
 */
function moderation_desk_activate() {
	Moderation_Desk_Settings::create();
	Moderation_Desk_Rulings::schedule();
}
register_activation_hook( __FILE__, 'moderation_desk_activate' );

/**
 * Stop what would run on its own; settings and what is known of comments stay.
 */
function moderation_desk_deactivate() {
	foreach ( Moderation_Desk_Settings::JOBS as $job ) {
		wp_clear_scheduled_hook( $job );
	}
}
register_deactivation_hook( __FILE__, 'moderation_desk_deactivate' );

/**
 * Connect each part to WordPress.
 */
function moderation_desk_start() {
	load_plugin_textdomain( 'moderation-desk', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
	Moderation_Desk_Gate::start();
	Moderation_Desk_Edits::start();
	Moderation_Desk_Recheck::start();
	Moderation_Desk_Feedback::start();
	Moderation_Desk_Rulings::start();
	Moderation_Desk_Masks::start();
	Moderation_Desk_Backfill::start();
	Moderation_Desk_Privacy::start();
	if ( is_admin() ) {
		Moderation_Desk_Admin::start();
		Moderation_Desk_Comments_List::start();
	}
}
add_action( 'plugins_loaded', 'moderation_desk_start' );
