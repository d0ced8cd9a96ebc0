<?php
/**
 * Asks before a comment is stored, and does what the verdict says.
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * The way of a new comment: named, judged once, stored with its verdict, explained to its writer.
 */
class Moderation_Desk_Gate {

	/**
	 * From the mildest to the strictest, as WordPress stores them.
	 */
	const STRICTNESS = array(
		'1'     => 0,
		'0'     => 1,
		'spam'  => 2,
		'trash' => 3,
	);

	/**
	 * Texts as typed, before WordPress takes tags out; and whether the other fields carry slashes.
	 *
	 * @var array[]
	 */
	private static $typed = array();

	/**
	 * Answers by the comment's id at the service: the filter that asks may run twice.
	 *
	 * @var array
	 */
	private static $answers = array();

	/**
	 * What WordPress alone would have done, by the same id.
	 *
	 * @var array
	 */
	private static $alone = array();

	/**
	 * Connect to WordPress.
	 */
	public static function start() {
		add_filter( 'preprocess_comment', array( __CLASS__, 'name_form' ), 1 );
		add_filter( 'rest_preprocess_comment', array( __CLASS__, 'name_rest' ), 1, 2 );
		add_filter( 'pre_comment_approved', array( __CLASS__, 'decide' ), 90, 2 );
		add_action( 'wp_insert_comment', array( __CLASS__, 'keep' ), 10, 2 );
		add_filter( 'comment_post_redirect', array( __CLASS__, 'redirect' ), 10, 2 );
		add_action( 'comment_form_before', array( __CLASS__, 'explain' ) );
		add_filter( 'rest_prepare_comment', array( __CLASS__, 'explain_rest' ), 10, 2 );
	}

	/**
	 * Name a comment that came by form, pingback or trackback.
	 *
	 * @param array $comment Fields, with slashes.
	 * @return array
	 */
	public static function name_form( $comment ) {
		return self::named( $comment, true );
	}

	/**
	 * Name a comment that came over REST; one that exists is an edit by whoever may.
	 *
	 * @param array|WP_Error  $comment Fields, without slashes.
	 * @param WP_REST_Request $request The request.
	 * @return array|WP_Error
	 */
	public static function name_rest( $comment, $request ) {
		return is_wp_error( $comment ) || ! empty( $request['id'] ) ? $comment : self::named( $comment, false );
	}

	/**
	 * Let the verdict take effect: never milder than WordPress where it is not an approval.
	 *
	 * @param int|string|WP_Error $approved What WordPress would do.
	 * @param array               $comment  Fields of the comment.
	 * @return int|string|WP_Error
	 */
	public static function decide( $approved, $comment ) {
		$id = $comment['comment_meta'][ Moderation_Desk_Settings::META_ID ] ?? '';
		if ( ! isset( self::$typed[ $id ] ) || is_wp_error( $approved ) || 'trash' === $approved ) {
			return $approved;
		}
		if ( ! isset( self::$answers[ $id ] ) ) {
			self::$alone[ $id ]   = (string) $approved;
			self::$answers[ $id ] = self::ask( self::submission( $id, $comment ) );
		}
		$answer = self::$answers[ $id ];
		if ( Moderation_Desk_Settings::get( 'observe' ) ) {
			return $approved;
		}
		$effect = is_wp_error( $answer ) ? '0' : self::effect( $answer, (string) $approved );
		return 'refuse' === $effect ? self::refusal( $answer ) : self::stored( $effect );
	}

	/**
	 * Return what becomes of a comment.
	 *
	 * @param array  $answer   The verdict.
	 * @param string $approved What WordPress alone would do: `1`, `0`, `spam` or `trash`.
	 * @return string The same, or `refuse`.
	 */
	public static function effect( $answer, $approved ) {
		if ( self::is_passed( $answer ) ) {
			$takes_over = 'approve' === Moderation_Desk_Settings::get( 'allow' ) && '0' === $approved;
			return $takes_over ? '1' : $approved;
		}
		$chosen = Moderation_Desk_Settings::get( 'block' === $answer['verdict'] ? 'block' : 'flag' );
		if ( 'refuse' === $chosen ) {
			return 'refuse';
		}
		$chosen = 'hold' === $chosen ? '0' : $chosen;
		return self::STRICTNESS[ $approved ] > self::STRICTNESS[ $chosen ] ? $approved : $chosen;
	}

	/**
	 * Whether the verdict lets a comment appear.
	 *
	 * @param array $answer The verdict.
	 * @return bool
	 */
	public static function is_passed( $answer ) {
		$is_reviewed_later = 'flag' === $answer['verdict'] && 'publish_and_review' === ( $answer['effect'] ?? '' );
		return 'allow' === $answer['verdict'] || $is_reviewed_later;
	}

	/**
	 * Keep the verdict with the comment, or note that it is still to be had.
	 *
	 * @param int        $comment_id The comment.
	 * @param WP_Comment $comment    The comment.
	 */
	public static function keep( $comment_id, $comment ) {
		$id = get_comment_meta( $comment_id, Moderation_Desk_Settings::META_ID, true );
		if ( ! isset( self::$answers[ $id ] ) ) {
			return;
		}
		if ( ! is_wp_error( self::$answers[ $id ] ) ) {
			self::keep_verdict( $comment_id, self::$answers[ $id ], self::$alone[ $id ] );
			return;
		}
		if ( '0' === (string) $comment->comment_approved || Moderation_Desk_Settings::get( 'observe' ) ) {
			update_comment_meta( $comment_id, Moderation_Desk_Settings::META_WAITING, 'w' . self::$alone[ $id ] );
			Moderation_Desk_Recheck::schedule( MINUTE_IN_SECONDS );
		}
	}

	/**
	 * Keep what the list of comments and the writer need of a verdict; while the service observes, what it would be.
	 *
	 * @param int    $comment_id The comment.
	 * @param array  $answer     The verdict.
	 * @param string $alone      What WordPress alone would have done, where nobody but the verdict decided.
	 */
	public static function keep_verdict( $comment_id, $answer, $alone = '' ) {
		$reasons = array();
		foreach ( array_slice( (array) ( $answer['reasons'] ?? array() ), 0, 5 ) as $reason ) {
			$reasons[] = sanitize_text_field( $reason['message'] ?? '' );
		}
		$writer = array();
		foreach ( array( 'title', 'message', 'advice' ) as $part ) {
			$writer[ $part ] = sanitize_text_field( $answer['writer'][ $part ] ?? '' );
		}
		$writer['url'] = esc_url_raw( $answer['writer']['url'] ?? '', array( 'http', 'https' ) );
		update_comment_meta(
			$comment_id,
			Moderation_Desk_Settings::META_VERDICT,
			array(
				'verdict'  => sanitize_key( $answer['would_be'] ?? $answer['verdict'] ),
				'effect'   => sanitize_key( $answer['effect'] ?? '' ),
				'reasons'  => $reasons,
				'writer'   => $writer,
				'revision' => (int) ( $answer['revision'] ?? 0 ),
				'alone'    => $alone,
			)
		);
	}

	/**
	 * Return what WordPress alone would do with a comment.
	 *
	 * @param int    $comment_id The comment.
	 * @param string $approved   How it stands, which is right where a person decided or the service never did.
	 * @return string `1`, `0`, `spam` or `trash`.
	 */
	public static function alone( $comment_id, $approved ) {
		$waiting = substr( (string) get_comment_meta( $comment_id, Moderation_Desk_Settings::META_WAITING, true ), 1 );
		$kept    = get_comment_meta( $comment_id, Moderation_Desk_Settings::META_VERDICT, true );
		$alone   = '' === $waiting && is_array( $kept ) ? (string) ( $kept['alone'] ?? '' ) : $waiting;
		return isset( self::STRICTNESS[ $alone ] ) ? $alone : $approved;
	}

	/**
	 * Note that a person decided, so that no later edit by the writer undoes it.
	 *
	 * @param int $comment_id The comment.
	 */
	public static function leave_to_person( $comment_id ) {
		$kept = get_comment_meta( $comment_id, Moderation_Desk_Settings::META_VERDICT, true );
		if ( is_array( $kept ) && '' !== ( $kept['alone'] ?? '' ) ) {
			update_comment_meta( $comment_id, Moderation_Desk_Settings::META_VERDICT, array( 'alone' => '' ) + $kept );
		}
	}

	/**
	 * Ask the service, unless it gave no answer a moment ago.
	 *
	 * @param array $submission The request.
	 * @return array|WP_Error
	 */
	public static function ask( $submission ) {
		return Moderation_Desk_Client::is_paused() ? new WP_Error( 'unreachable', 'paused' ) : Moderation_Desk_Client::verdict( $submission );
	}

	/**
	 * Whether comments of a type are judged.
	 *
	 * @param string $type The type.
	 * @return bool
	 */
	public static function is_judged( $type ) {
		/**
		 * Filters which types of comments are judged.
		 *
		 * @param string[] $types Types; a block note is nobody's comment.
		 */
		return in_array( $type, apply_filters( 'moderation_desk_types', array( '', 'comment', 'pingback', 'trackback', 'review' ) ), true );
	}

	/**
	 * Send the writer of a comment that does not appear back with a token, so that the page can explain.
	 *
	 * @param string     $location Where to.
	 * @param WP_Comment $comment  The comment.
	 * @return string
	 */
	public static function redirect( $location, $comment ) {
		if ( array() === self::explanation( $comment ) ) {
			return $location;
		}
		return add_query_arg( 'moderation-desk', $comment->comment_ID . '-' . self::token( $comment ), $location );
	}

	/**
	 * Tell the writer who was sent back why the comment does not appear.
	 */
	public static function explain() {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- the token is the proof, and nothing is changed.
		$asked = isset( $_GET['moderation-desk'] ) ? sanitize_text_field( wp_unslash( $_GET['moderation-desk'] ) ) : '';
		list( $number, $token ) = array_pad( explode( '-', $asked, 2 ), 2, '' );
		$comment                = ctype_digit( $number ) ? get_comment( (int) $number ) : null;
		if ( ! $comment || ! hash_equals( self::token( $comment ), $token ) ) {
			return;
		}
		$writer = self::explanation( $comment );
		if ( array() !== $writer ) {
			echo '<div class="moderation-desk-notice" role="status">' . wp_kses_post( self::written( $writer ) ) . '</div>';
		}
	}

	/**
	 * Tell the same to a client that posted over REST.
	 *
	 * @param WP_REST_Response $response The answer.
	 * @param WP_Comment       $comment  The comment.
	 * @return WP_REST_Response
	 */
	public static function explain_rest( $response, $comment ) {
		$id = get_comment_meta( (int) $comment->comment_ID, Moderation_Desk_Settings::META_ID, true );
		if ( isset( self::$answers[ $id ] ) && array() !== self::explanation( $comment ) ) {
			$response->data['moderation_desk'] = self::explanation( $comment );
		}
		return $response;
	}

	/**
	 * Give a comment the id by which the service knows it, if it is one to be judged.
	 *
	 * @param array $comment     Fields.
	 * @param bool  $has_slashes Whether they carry slashes.
	 * @return array
	 */
	private static function named( $comment, $has_slashes ) {
		$is_ours = Moderation_Desk_Settings::is_connected() && self::is_judged( $comment['comment_type'] ?? '' );
		if ( ! $is_ours || current_user_can( 'moderate_comments' ) ) {
			return $comment;
		}
		$id   = 'wp-' . wp_generate_uuid4();
		$meta = isset( $comment['comment_meta'] ) && is_array( $comment['comment_meta'] ) ? $comment['comment_meta'] : array();

		self::$typed[ $id ]      = array(
			'text'        => (string) ( $has_slashes ? wp_unslash( $comment['comment_content'] ?? '' ) : ( $comment['comment_content'] ?? '' ) ),
			'has_slashes' => $has_slashes,
		);
		$comment['comment_meta'] = array( Moderation_Desk_Settings::META_ID => $id ) + $meta;
		return $comment;
	}

	/**
	 * Describe a new comment, with its text as typed.
	 *
	 * @param string $id      The comment's id at the service.
	 * @param array  $comment Fields of the comment.
	 * @return array
	 */
	private static function submission( $id, $comment ) {
		$comment                    = self::$typed[ $id ]['has_slashes'] ? wp_unslash( $comment ) : $comment;
		$comment['comment_content'] = self::$typed[ $id ]['text'];
		return Moderation_Desk_Submission::of( $id, $comment );
	}

	/**
	 * Return what the writer of a comment that does not appear may read.
	 *
	 * @param WP_Comment $comment The comment.
	 * @return array
	 */
	private static function explanation( $comment ) {
		$kept = get_comment_meta( (int) $comment->comment_ID, Moderation_Desk_Settings::META_VERDICT, true );
		if ( ! is_array( $kept ) || '' === $kept['writer']['message'] || '1' === (string) $comment->comment_approved ) {
			return array();
		}
		return Moderation_Desk_Settings::get( 'observe' ) || 'allow' === $kept['verdict'] ? array() : $kept['writer'];
	}

	/**
	 * Refuse a comment with the message for its writer.
	 *
	 * @param array $answer The verdict.
	 * @return WP_Error
	 */
	public static function refusal( $answer ) {
		$writer = array_merge(
			array(
				'title'   => __( 'Your comment was not published', 'moderation-desk' ),
				'message' => __( 'It does not keep to the rules of this site.', 'moderation-desk' ),
				'advice'  => '',
				'url'     => '',
			),
			array_filter( (array) ( $answer['writer'] ?? array() ), 'is_string' )
		);
		return new WP_Error( 'comment_refused', self::written( $writer ), array( 'status' => 403 ) );
	}

	/**
	 * Write an explanation as HTML.
	 *
	 * @param array $writer Title, message, advice, and the address of the writer's page.
	 * @return string
	 */
	private static function written( $writer ) {
		$html = '<strong>' . esc_html( $writer['title'] ) . '</strong><br>' . esc_html( $writer['message'] );
		if ( ! empty( $writer['advice'] ) ) {
			$html .= ' ' . esc_html( $writer['advice'] );
		}
		if ( ! empty( $writer['url'] ) ) {
			$html .= ' <a href="' . esc_url( $writer['url'] ) . '">' . esc_html__( 'See why, and what you can do.', 'moderation-desk' ) . '</a>';
		}
		return $html;
	}

	/**
	 * Prove that a reader is the one who was sent back.
	 *
	 * @param WP_Comment $comment The comment.
	 * @return string
	 */
	private static function token( $comment ) {
		return wp_hash( 'moderation-desk|' . $comment->comment_ID . '|' . $comment->comment_date_gmt );
	}

	/**
	 * Return a status as WordPress's own filters do.
	 *
	 * @param string $status One of `1`, `0`, `spam` or `trash`.
	 * @return int|string
	 */
	public static function stored( $status ) {
		return ctype_digit( $status ) ? (int) $status : $status;
	}
}
