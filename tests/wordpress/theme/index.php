<?php
// The least that shows an article with its comments and the form.
while ( have_posts() ) {
	the_post();
	the_title( '<h1>', '</h1>' );
	the_content();
	if ( is_singular() ) {
		comments_template();
	}
}
wp_footer();
