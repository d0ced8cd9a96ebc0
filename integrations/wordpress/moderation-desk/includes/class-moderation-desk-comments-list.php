<?php
/**
 * The verdict in the list of comments, and the way to the desk.
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * Adds a column and a link to each comment.
 */
class Moderation_Desk_Comments_List {

	/**
	 * Connect to WordPress.
	 */
	public static function start() {
		add_filter( 'manage_edit-comments_columns', array( __CLASS__, 'columns' ) );
		add_action( 'manage_comments_custom_column', array( __CLASS__, 'show' ), 10, 2 );
		add_filter( 'comment_row_actions', array( __CLASS__, 'actions' ), 10, 2 );
	}

	/**
	 * Add the column.
	 *
	 * @param array $columns Those that there are.
	 * @return array
	 */
	public static function columns( $columns ) {
		$columns['moderation_desk'] = __( 'Moderation', 'moderation-desk' );
		return $columns;
	}

	/**
	 * Show the verdict with its first reason, and the others where somebody asks.
	 *
	 * @param string $column     Which column.
	 * @param int    $comment_id The comment.
	 */
	public static function show( $column, $comment_id ) {
		if ( 'moderation_desk' !== $column ) {
			return;
		}
		if ( '' !== (string) get_comment_meta( $comment_id, Moderation_Desk_Settings::META_WAITING, true ) ) {
			esc_html_e( 'Waits for the service', 'moderation-desk' );
			return;
		}
		$kept = get_comment_meta( $comment_id, Moderation_Desk_Settings::META_VERDICT, true );
		if ( ! is_array( $kept ) ) {
			echo '—';
			return;
		}
		$names = array(
			'allow' => __( 'allow', 'moderation-desk' ),
			'flag'  => __( 'flag', 'moderation-desk' ),
			'block' => __( 'block', 'moderation-desk' ),
		);
		echo '<strong>' . esc_html( $names[ $kept['verdict'] ] ?? $kept['verdict'] ) . '</strong>';
		if ( array() !== $kept['reasons'] ) {
			echo '<br>' . esc_html( array_shift( $kept['reasons'] ) );
		}
		if ( array() !== $kept['reasons'] ) {
			echo '<details><summary>' . esc_html__( 'More reasons', 'moderation-desk' ) . '</summary><ul class="ul-disc">';
			foreach ( $kept['reasons'] as $reason ) {
				echo '<li>' . esc_html( $reason ) . '</li>';
			}
			echo '</ul></details>';
		}
	}

	/**
	 * Add the link to the desk.
	 *
	 * @param array      $actions Those that there are.
	 * @param WP_Comment $comment The comment.
	 * @return array
	 */
	public static function actions( $actions, $comment ) {
		$id = (string) get_comment_meta( (int) $comment->comment_ID, Moderation_Desk_Settings::META_ID, true );
		if ( '' !== $id && current_user_can( 'moderate_comments' ) ) {
			$desk = Moderation_Desk_Settings::get( 'desk' );
			$url  = ( '' === $desk ? Moderation_Desk_Settings::get( 'url' ) : $desk ) . '/desk/comment?id=' . rawurlencode( $id );

			$actions['moderation_desk'] = '<a href="' . esc_url( $url ) . '">' . esc_html__( 'Open on the desk', 'moderation-desk' ) . '</a>';
		}
		return $actions;
	}
}
