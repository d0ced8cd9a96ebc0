<?php
/**
 * Takes everything away that the plugin kept. Comments stay as they are.
 *
 * @package Moderation_Desk
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/includes/class-moderation-desk-settings.php';

foreach ( array( 'OPTION', 'KEY', 'SECRET', 'POSITION', 'TROUBLE', 'BACKFILL' ) as $moderation_desk_name ) {
	delete_option( constant( 'Moderation_Desk_Settings::' . $moderation_desk_name ) );
}
foreach ( Moderation_Desk_Settings::METAS as $moderation_desk_name ) {
	delete_metadata( 'comment', 0, $moderation_desk_name, '', true );
}
foreach ( Moderation_Desk_Settings::JOBS as $moderation_desk_name ) {
	wp_clear_scheduled_hook( $moderation_desk_name );
}
global $wpdb;
// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- transients are named after messages, which nobody knows any more.
$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name LIKE '\\_transient\\_moderation\\_desk\\_%' OR option_name LIKE '\\_transient\\_timeout\\_moderation\\_desk\\_%'" );
wp_cache_flush();
