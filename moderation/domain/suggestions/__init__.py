"""Words that a site does not know yet: found, counted, quoted."""
