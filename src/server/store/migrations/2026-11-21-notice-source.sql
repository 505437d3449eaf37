-- The notice a draft was read from, with the stretch each rule stands on: leads its office back to the words, and says nothing to anybody else.
ALTER TABLE campaigns ADD COLUMN source jsonb;
