<?php
/**
 * A comment as the service wants it: what it needs to judge, and nothing else.
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * Writes the body of a request for a verdict.
 */
class Moderation_Desk_Submission {

	const LONGEST_ARTICLE = 20000;

	/**
	 * Describe a comment.
	 *
	 * @param string $id      The comment's id at the service.
	 * @param array  $comment Fields as in the table of comments, without slashes.
	 * @param bool   $is_edit Whether the text takes the place of one that the service knows.
	 * @return array
	 */
	public static function of( $id, $comment, $is_edit = false ) {
		$type = $comment['comment_type'] ?? '';
		$body = array(
			'comment' => array(
				'id'         => $id,
				'text'       => (string) $comment['comment_content'],
				'format'     => 'html',
				'kind'       => in_array( $type, array( 'pingback', 'trackback' ), true ) ? $type : 'comment',
				'created_at' => self::moment( $comment['comment_date_gmt'] ?? '' ),
			),
			'author'  => self::author( $comment ),
			'article' => self::article( (int) ( $comment['comment_post_ID'] ?? 0 ) ),
		);
		$parent = get_comment( (int) ( $comment['comment_parent'] ?? 0 ) );
		if ( ! empty( $comment['comment_parent'] ) && $parent ) {
			$body['comment']['kind']   = 'comment' === $body['comment']['kind'] ? 'reply' : $body['comment']['kind'];
			$body['comment']['parent'] = self::filled(
				array(
					'id'     => self::id( (int) $parent->comment_ID ),
					'text'   => wp_strip_all_tags( $parent->comment_content ),
					'author' => mb_substr( $parent->comment_author, 0, 300 ),
				)
			);
		}
		if ( $is_edit ) {
			$body['comment']['kind'] = 'edit';
		}
		$body['comment'] = self::filled( $body['comment'] ) + array( 'text' => '' );
		/**
		 * Filters what is sent to the moderation service about a comment.
		 *
		 * @param array $body    The request.
		 * @param array $comment Fields as in the table of comments.
		 */
		return apply_filters( 'moderation_desk_submission', array_filter( $body ), $comment );
	}

	/**
	 * Return the id by which the service knows a comment that is stored: one that was never sent goes by its
	 * number, as in an archive that was imported.
	 *
	 * @param int $number The comment.
	 * @return string
	 */
	public static function id( $number ) {
		$id = (string) get_comment_meta( $number, Moderation_Desk_Settings::META_ID, true );
		return '' === $id ? (string) $number : $id;
	}

	/**
	 * Describe who wrote it. E-mail and address are kept by the service as keyed hashes alone.
	 *
	 * @param array $comment Fields of the comment.
	 * @return array
	 */
	private static function author( $comment ) {
		$author = array(
			'name'  => mb_substr( $comment['comment_author'] ?? '', 0, 300 ),
			'email' => mb_substr( $comment['comment_author_email'] ?? '', 0, 300 ),
			'url'   => mb_substr( $comment['comment_author_url'] ?? '', 0, 2000 ),
			'ip'    => mb_substr( $comment['comment_author_IP'] ?? '', 0, 300 ),
		);
		$user   = empty( $comment['user_id'] ) ? false : get_userdata( (int) $comment['user_id'] );
		if ( $user ) {
			$author['id']   = (string) $user->ID;
			$author['role'] = (string) reset( $user->roles );
		}
		$author['verified'] = (bool) $user;
		return self::filled( $author );
	}

	/**
	 * Describe the page that it stands under.
	 *
	 * @param int $id The post.
	 * @return array
	 */
	private static function article( $id ) {
		$post = get_post( $id );
		if ( ! $post ) {
			return array();
		}
		$tags       = get_the_tags( $post );
		$categories = get_the_category( $post->ID );
		return self::filled(
			array(
				'id'           => (string) $post->ID,
				'url'          => mb_substr( (string) get_permalink( $post ), 0, 2000 ),
				'title'        => mb_substr( html_entity_decode( wp_strip_all_tags( get_the_title( $post ) ), ENT_QUOTES, 'UTF-8' ), 0, 2000 ),
				'text'         => mb_substr( html_entity_decode( wp_strip_all_tags( strip_shortcodes( $post->post_content ) ), ENT_QUOTES, 'UTF-8' ), 0, self::LONGEST_ARTICLE ),
				'section'      => $categories ? mb_substr( $categories[0]->name, 0, 300 ) : '',
				'tags'         => is_array( $tags ) ? array_slice( wp_list_pluck( $tags, 'name' ), 0, 100 ) : array(),
				'author'       => mb_substr( (string) get_the_author_meta( 'display_name', (int) $post->post_author ), 0, 300 ),
				'published_at' => self::moment( $post->post_date_gmt ),
			)
		);
	}

	/**
	 * Write a moment of the database as ISO 8601.
	 *
	 * @param string $gmt Moment in UTC, `0000-00-00 00:00:00` where there is none.
	 * @return string
	 */
	private static function moment( $gmt ) {
		return preg_match( '/^[1-9]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d$/', $gmt ) ? str_replace( ' ', 'T', $gmt ) . 'Z' : '';
	}

	/**
	 * Leave out what is empty.
	 *
	 * @param array $fields Fields of the request.
	 * @return array
	 */
	private static function filled( $fields ) {
		return array_filter(
			$fields,
			static function ( $value ) {
				return '' !== $value && array() !== $value;
			}
		);
	}
}
