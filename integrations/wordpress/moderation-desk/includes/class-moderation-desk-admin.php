<?php
/**
 * The settings page.
 *
 * @package Moderation_Desk
 */

defined( 'ABSPATH' ) || exit;

/**
 * Settings, a test of the connection, and old comments.
 */
class Moderation_Desk_Admin {

	const PAGE = 'moderation-desk';

	/**
	 * Connect to WordPress.
	 */
	public static function start() {
		add_action( 'admin_menu', array( __CLASS__, 'menu' ) );
		add_action( 'admin_init', array( __CLASS__, 'register' ) );
		add_action( 'admin_notices', array( __CLASS__, 'warn' ) );
		add_action( 'admin_post_moderation_desk_test', array( __CLASS__, 'test' ) );
		add_action( 'admin_post_moderation_desk_backfill', array( __CLASS__, 'backfill' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( MODERATION_DESK_FILE ), array( __CLASS__, 'link' ) );
	}

	/**
	 * Add the page to the menu.
	 */
	public static function menu() {
		$title = __( 'Moderation Desk', 'moderation-desk' );
		add_options_page( $title, $title, 'manage_options', self::PAGE, array( __CLASS__, 'page' ) );
	}

	/**
	 * Add a link to the list of plugins.
	 *
	 * @param array $links Those that there are.
	 * @return array
	 */
	public static function link( $links ) {
		$links[] = '<a href="' . esc_url( self::url() ) . '">' . esc_html__( 'Settings', 'moderation-desk' ) . '</a>';
		return $links;
	}

	/**
	 * Register what can be set.
	 */
	public static function register() {
		$sanitizers = array(
			Moderation_Desk_Settings::OPTION => 'sanitize',
			Moderation_Desk_Settings::KEY    => 'sanitize_key',
			Moderation_Desk_Settings::SECRET => 'sanitize_secret',
		);
		foreach ( $sanitizers as $option => $sanitizer ) {
			register_setting( self::PAGE, $option, array( 'sanitize_callback' => array( 'Moderation_Desk_Settings', $sanitizer ) ) );
		}
	}

	/**
	 * Warn whoever can mend it while the service cannot be used.
	 */
	public static function warn() {
		$trouble = get_option( Moderation_Desk_Settings::TROUBLE );
		if ( ! is_array( $trouble ) || ! current_user_can( 'manage_options' ) ) {
			return;
		}
		$said = 'refused' === $trouble['code']
			? __( 'The moderation service refuses the API key. New comments are held.', 'moderation-desk' )
			: __( 'The moderation service does not answer. New comments are held, and judged when it is back.', 'moderation-desk' );
		printf(
			'<div class="notice notice-error"><p>%s <code>%s</code> <a href="%s">%s</a></p></div>',
			esc_html( $said ),
			esc_html( $trouble['why'] ),
			esc_url( self::url() ),
			esc_html__( 'Settings', 'moderation-desk' )
		);
	}

	/**
	 * Test the connection, and come back with the outcome.
	 */
	public static function test() {
		self::check( 'moderation_desk_test' );
		$answer = Moderation_Desk_Settings::is_connected()
			? Moderation_Desk_Client::decisions( 0, 1 )
			: new WP_Error( 'unset', __( 'Enter the address and the API key first.', 'moderation-desk' ) );
		self::back( is_wp_error( $answer ) ? $answer->get_error_code() : 'works' );
	}

	/**
	 * Start or stop sending old comments.
	 */
	public static function backfill() {
		self::check( 'moderation_desk_backfill' );
		if ( isset( $_POST['stop'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification.Missing -- checked above.
			Moderation_Desk_Backfill::stop();
		} elseif ( Moderation_Desk_Settings::is_connected() ) {
			Moderation_Desk_Backfill::resume();
		}
		self::back( '' );
	}

	/**
	 * Show the page.
	 */
	public static function page() {
		if ( ! current_user_can( 'manage_options' ) ) {
			return;
		}
		echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1>';
		self::tested();
		echo '<form method="post" action="options.php">';
		settings_fields( self::PAGE );
		self::section( __( 'Connection', 'moderation-desk' ), array( __CLASS__, 'connection' ) );
		self::section( __( 'What verdicts do', 'moderation-desk' ), array( __CLASS__, 'effects' ) );
		self::section( __( 'Rulings at once', 'moderation-desk' ), array( __CLASS__, 'webhook' ), __( 'Rulings of the desk are fetched every five minutes. Where the service can reach this site they arrive at once: register the address there, and enter the secret that it shows.', 'moderation-desk' ) );
		submit_button();
		echo '</form>';
		self::section( __( 'Test', 'moderation-desk' ), null, __( 'Asks the service, with the address and the key that are saved, and changes nothing.', 'moderation-desk' ) );
		self::button( 'moderation_desk_test', __( 'Test the connection', 'moderation-desk' ) );
		self::old_comments();
		echo '</div>';
	}

	/**
	 * Show what came of a test.
	 */
	private static function tested() {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only chooses a sentence.
		$outcome = isset( $_GET['tested'] ) ? sanitize_key( wp_unslash( $_GET['tested'] ) ) : '';
		$said    = array(
			'works'       => __( 'The service answers, and knows the key.', 'moderation-desk' ),
			'refused'     => __( 'The service answers, and refuses the API key.', 'moderation-desk' ),
			'unreachable' => __( 'The service does not answer at this address.', 'moderation-desk' ),
			'unset'       => __( 'Enter the address and the API key first.', 'moderation-desk' ),
		);
		if ( '' !== $outcome ) {
			$sentence = $said[ $outcome ] ?? __( 'What answers at this address is not the moderation service.', 'moderation-desk' );
			printf( '<div class="notice notice-%s"><p>%s</p></div>', 'works' === $outcome ? 'success' : 'error', esc_html( $sentence ) );
		}
	}

	/**
	 * Show the fields of the connection.
	 */
	private static function connection() {
		$option = Moderation_Desk_Settings::OPTION;
		self::text( $option . '[url]', __( 'Address of the service', 'moderation-desk' ), Moderation_Desk_Settings::get( 'url' ), 'https://moderation.example.org' );
		if ( defined( 'MODERATION_API_KEY' ) ) {
			self::row( 'moderation-desk-key', __( 'API key', 'moderation-desk' ), esc_html__( 'Set in wp-config.php.', 'moderation-desk' ) );
		} else {
			self::secret( Moderation_Desk_Settings::KEY, __( 'API key', 'moderation-desk' ) );
		}
		self::text( $option . '[desk]', __( 'Address of the desk, if another', 'moderation-desk' ), Moderation_Desk_Settings::get( 'desk' ), '' );
	}

	/**
	 * Show the fields of the webhook.
	 */
	private static function webhook() {
		$address = rest_url( 'moderation-desk/v1/webhook' );
		$field   = '<input type="text" id="moderation-desk-webhook" value="%s" readonly class="large-text code"><p class="description"><code>moderation webhook add "%s"</code></p>';
		self::row( 'moderation-desk-webhook', __( 'Address for the webhook', 'moderation-desk' ), sprintf( $field, esc_attr( $address ), esc_html( $address ) ) );
		self::secret( Moderation_Desk_Settings::SECRET, __( 'Secret of the webhook', 'moderation-desk' ) );
	}

	/**
	 * Show the fields of what verdicts do.
	 */
	private static function effects() {
		$option = Moderation_Desk_Settings::OPTION;
		self::row(
			'moderation-desk-observe',
			__( 'Observe first', 'moderation-desk' ),
			sprintf(
				'<label><input type="checkbox" id="moderation-desk-observe" name="%s" value="1" %s> %s</label>',
				esc_attr( $option . '[observe]' ),
				checked( Moderation_Desk_Settings::get( 'observe' ), true, false ),
				esc_html__( 'Ask and show the verdicts in the list of comments, and change nothing.', 'moderation-desk' )
			)
		);
		$words = array(
			'wordpress' => __( 'do what WordPress would do', 'moderation-desk' ),
			'approve'   => __( 'publish, even where WordPress would hold it', 'moderation-desk' ),
			'hold'      => __( 'hold for moderation', 'moderation-desk' ),
			'spam'      => __( 'put into spam', 'moderation-desk' ),
			'trash'     => __( 'put into the trash', 'moderation-desk' ),
			'refuse'    => __( 'refuse with a message, and do not keep it', 'moderation-desk' ),
		);
		$names = array(
			'allow' => __( 'When the verdict is allow', 'moderation-desk' ),
			'flag'  => __( 'When the verdict is flag', 'moderation-desk' ),
			'block' => __( 'When the verdict is block', 'moderation-desk' ),
		);
		foreach ( $names as $name => $label ) {
			self::choice( $name, $label, array_intersect_key( $words, array_flip( Moderation_Desk_Settings::CHOICES[ $name ] ) ) );
		}
		self::row(
			'moderation-desk-seconds',
			__( 'Wait for an answer', 'moderation-desk' ),
			sprintf(
				'<input type="number" id="moderation-desk-seconds" name="%s" min="1" max="5" value="%d" class="small-text"> %s',
				esc_attr( $option . '[seconds]' ),
				(int) Moderation_Desk_Settings::get( 'seconds' ),
				esc_html__( 'seconds; then the comment is held, and judged later.', 'moderation-desk' )
			)
		);
	}

	/**
	 * Show a section.
	 *
	 * @param string        $title  Its heading.
	 * @param callable|null $fields Shows its rows.
	 * @param string        $said   What it is for.
	 */
	private static function section( $title, $fields, $said = '' ) {
		echo '<h2 class="title">' . esc_html( $title ) . '</h2>';
		if ( '' !== $said ) {
			echo '<p>' . esc_html( $said ) . '</p>';
		}
		if ( null !== $fields ) {
			echo '<table class="form-table" role="presentation">';
			call_user_func( $fields );
			echo '</table>';
		}
	}

	/**
	 * Show how far old comments have come.
	 */
	private static function old_comments() {
		$state = Moderation_Desk_Backfill::state();
		self::section( __( 'Old comments', 'moderation-desk' ), null, __( 'They are sent in the background, with how they stand now; none of them is changed.', 'moderation-desk' ) );
		if ( 'idle' !== $state['state'] ) {
			/* translators: 1: comments that were sent, 2: all comments. */
			$sent = sprintf( __( '%1$d of %2$d sent.', 'moderation-desk' ), $state['done'], max( $state['done'], $state['total'] ) );
			echo '<p><progress value="' . (int) $state['done'] . '" max="' . (int) max( 1, $state['total'] ) . '"></progress> ' . esc_html( $sent . ' ' . $state['why'] ) . '</p>';
		}
		$is_running = 'running' === $state['state'];
		self::button( 'moderation_desk_backfill', $is_running ? __( 'Stop', 'moderation-desk' ) : __( 'Send old comments', 'moderation-desk' ), $is_running ? 'stop' : 'go' );
	}

	/**
	 * Show a row of the form.
	 *
	 * @param string $id    Id of the field.
	 * @param string $label Its name.
	 * @param string $field The field as HTML, escaped.
	 */
	private static function row( $id, $label, $field ) {
		echo '<tr><th scope="row"><label for="' . esc_attr( $id ) . '">' . esc_html( $label ) . '</label></th><td>';
		echo $field; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped by those who make it.
		echo '</td></tr>';
	}

	/**
	 * Show a field for a line of text.
	 *
	 * @param string $name        Name of the field.
	 * @param string $label       Its label.
	 * @param string $value       What is set.
	 * @param string $placeholder An example.
	 */
	private static function text( $name, $label, $value, $placeholder ) {
		$id = sanitize_html_class( str_replace( array( '[', ']' ), '-', $name ) );
		self::row( $id, $label, sprintf( '<input type="url" id="%s" name="%s" value="%s" placeholder="%s" class="regular-text">', esc_attr( $id ), esc_attr( $name ), esc_attr( $value ), esc_attr( $placeholder ) ) );
	}

	/**
	 * Show a field for a secret, which is never shown again.
	 *
	 * @param string $name  Name of the option.
	 * @param string $label Its label.
	 */
	private static function secret( $name, $label ) {
		$said = get_option( $name ) ? __( 'Kept. Leave it empty to keep it, or enter - to forget it.', 'moderation-desk' ) : __( 'None yet.', 'moderation-desk' );
		self::row( $name, $label, sprintf( '<input type="password" id="%1$s" name="%1$s" value="" autocomplete="off" class="regular-text"><p class="description">%2$s</p>', esc_attr( $name ), esc_html( $said ) ) );
	}

	/**
	 * Show a field with choices.
	 *
	 * @param string $name    Name of the setting.
	 * @param string $label   Its label.
	 * @param array  $choices Words by value.
	 */
	private static function choice( $name, $label, $choices ) {
		$html = '<select id="moderation-desk-' . esc_attr( $name ) . '" name="' . esc_attr( Moderation_Desk_Settings::OPTION . '[' . $name . ']' ) . '">';
		foreach ( $choices as $value => $words ) {
			$html .= '<option value="' . esc_attr( $value ) . '" ' . selected( Moderation_Desk_Settings::get( $name ), $value, false ) . '>' . esc_html( $words ) . '</option>';
		}
		self::row( 'moderation-desk-' . $name, $label, $html . '</select>' );
	}

	/**
	 * Show a form with one button.
	 *
	 * @param string $action What it does.
	 * @param string $label  What stands on it.
	 * @param string $name   Name of the button.
	 */
	private static function button( $action, $label, $name = 'go' ) {
		echo '<form method="post" action="' . esc_url( admin_url( 'admin-post.php' ) ) . '"><input type="hidden" name="action" value="' . esc_attr( $action ) . '">';
		wp_nonce_field( $action );
		submit_button( $label, 'secondary', $name, false );
		echo '</form>';
	}

	/**
	 * End the request unless it comes from whoever may, and from our page.
	 *
	 * @param string $action The action.
	 */
	private static function check( $action ) {
		if ( ! current_user_can( 'manage_options' ) ) {
			wp_die( esc_html__( 'You may not do this.', 'moderation-desk' ), '', array( 'response' => 403 ) );
		}
		check_admin_referer( $action );
	}

	/**
	 * Go back to the page.
	 *
	 * @param string $tested What came of a test.
	 */
	private static function back( $tested ) {
		wp_safe_redirect( '' === $tested ? self::url() : add_query_arg( 'tested', $tested, self::url() ) );
		exit;
	}

	/**
	 * Return the address of the page.
	 *
	 * @return string
	 */
	private static function url() {
		return admin_url( 'options-general.php?page=' . self::PAGE );
	}
}
