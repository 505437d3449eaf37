-- Each held return has a letter and a term of its own.
ALTER TABLE held_decisions ADD COLUMN note text NOT NULL DEFAULT '', ADD COLUMN points jsonb NOT NULL DEFAULT '[]', ADD COLUMN until timestamptz;
UPDATE held_decisions d SET note = b.note, points = b.points, until = b.until FROM held_batches b WHERE b.id = d.batch_id;
ALTER TABLE held_batches DROP CONSTRAINT term_of_a_return, DROP COLUMN note, DROP COLUMN points, DROP COLUMN until;
ALTER TABLE held_decisions ADD CONSTRAINT a_term_has_points CHECK ((until IS NULL) = (points = '[]'::jsonb));
