"""Every way in which a text may be read: disguises undone one by one, with the way back to what was typed."""
