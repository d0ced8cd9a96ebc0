"""What `when:` holds: conditions as values, and how each is found true, false or unknown."""
