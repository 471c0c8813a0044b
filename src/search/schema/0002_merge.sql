-- Two parts of like size are merged when there is time, see tidy().
INSERT INTO search_words (search_words, rank) VALUES ('usermerge', 2);
