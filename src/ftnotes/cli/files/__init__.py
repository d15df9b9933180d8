"""Files of notes: finding, reading and writing them."""
