"""Archives of comments, as blogging systems and comment hosts export them, read one comment at a time."""
