"""The Perspective API (Comment Analyzer v1alpha1): scores for whoever asked Google for them."""
