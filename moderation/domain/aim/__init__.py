"""Whom a comment is aimed at: the words, names and endings by which it shows that."""
