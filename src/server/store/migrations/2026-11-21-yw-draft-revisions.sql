-- Which version of a draft one has read: the definition's hash says nothing of the contact, nor of what was confirmed beside the notice's words.
ALTER TABLE campaigns ADD COLUMN revision int NOT NULL DEFAULT 1 CHECK (revision > 0);
