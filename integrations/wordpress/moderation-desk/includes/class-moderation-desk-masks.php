<?php
/**
 * Hides the words of a comment that was approved masked.
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * The way of a masked approval: the places are kept beside the comment, whose text stays as it was written, and hidden
 * wherever it is shown. What would hide the wrong letters is not approved at all: a person decides.
 */
class Moderation_Desk_Masks {

	/**
	 * Connect to WordPress, before anything adds markup to the text.
	 */
	public static function start() {
		foreach ( array( 'comment_text', 'get_comment_text', 'get_comment_excerpt' ) as $filter ) {
			add_filter( $filter, array( __CLASS__, 'masked' ), 1, 2 );
		}
	}

	/**
	 * Keep the places of a decision, or forget those of an earlier one.
	 *
	 * @param int     $number The comment.
	 * @param array[] $places Each with `start` and `end`, in characters of the text that was sent.
	 * @return bool Whether they can be hidden: the text that is stored is the text that was judged.
	 */
	public static function keep( $number, $places ) {
		delete_comment_meta( $number, Moderation_Desk_Settings::META_MASKED );
		if ( ! $places ) {
			return true;
		}
		$stored = get_comment( $number )->comment_content;
		$judged = Moderation_Desk_Client::comment( (string) get_comment_meta( $number, Moderation_Desk_Settings::META_ID, true ) );
		$text   = is_wp_error( $judged ) ? '' : (string) ( $judged['text'] ?? '' );
		if ( '' === $text || self::as_stored( $text ) !== $stored ) {
			return false;
		}
		$kept = array(
			'text'   => md5( $stored ),
			'hidden' => self::as_stored( self::hidden( $text, $places ) ),
		);
		update_comment_meta( $number, Moderation_Desk_Settings::META_MASKED, wp_slash( $kept ) );
		return true;
	}

	/**
	 * Hide the words in a text that is shown.
	 *
	 * @param string         $shown   The text, or what it is part of.
	 * @param WP_Comment|int $comment The comment, or its number.
	 * @return string
	 */
	public static function masked( $shown, $comment = null ) {
		$comment = $comment ? get_comment( $comment ) : null;
		$kept    = $comment ? get_comment_meta( $comment->comment_ID, Moderation_Desk_Settings::META_MASKED, true ) : '';
		if ( ! is_array( $kept ) || md5( $comment->comment_content ) !== $kept['text'] ) {
			return $shown;
		}
		if ( doing_filter( 'get_comment_excerpt' ) ) { // It is cut and bare: made anew, of what may be read.
			return wp_trim_words( wp_strip_all_tags( $kept['hidden'] ), 20 );
		}
		return str_replace( $comment->comment_content, $kept['hidden'], $shown );
	}

	/**
	 * Return a text with its places hidden; it is as long as before.
	 *
	 * @param string  $text   The text.
	 * @param array[] $places Each with `start` and `end`.
	 * @return string
	 */
	private static function hidden( $text, $places ) {
		foreach ( $places as $place ) {
			$part = mb_substr( $text, $place['start'], $place['end'] - $place['start'], 'UTF-8' );
			$text = mb_substr( $text, 0, $place['start'], 'UTF-8' ) . self::letters( $part ) . mb_substr( $text, $place['end'], null, 'UTF-8' );
		}
		return $text;
	}

	/**
	 * Return a text as WordPress stores it, without what readers may not write.
	 *
	 * @param string $text The text as it was sent.
	 * @return string
	 */
	private static function as_stored( $text ) {
		return wp_unslash( apply_filters( 'pre_comment_content', wp_slash( $text ) ) );
	}

	/**
	 * Return a place with a block for each letter and digit; tags and signs stay.
	 *
	 * @param string $part The place.
	 * @return string
	 */
	private static function letters( $part ) {
		return (string) preg_replace( '/(<[^<>]*>|&#?\w+;)(*SKIP)(*FAIL)|[\p{L}\p{N}]/u', '█', $part );
	}
}
