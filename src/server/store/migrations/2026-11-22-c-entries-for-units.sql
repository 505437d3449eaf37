-- The office may sit in for a unit that has no people of its own here yet. `for_office` names the office whose person sits there; NULL: the unit's own.
ALTER TABLE memberships ADD COLUMN for_office uuid REFERENCES organisations;
-- Whoever enters for a unit never seals for it: one seat a person and unit.
CREATE UNIQUE INDEX one_seat_in_a_units_place ON memberships (account_id, organisation_id) WHERE for_office IS NOT NULL;

-- What came in, and how: nominations that the office entered for a unit.
CREATE TABLE entries_for_units (
  nomination_id uuid PRIMARY KEY REFERENCES nominations,
  source text NOT NULL CHECK (source IN ('mail','folder','disc','paper')),
  received_on text NOT NULL CHECK (received_on ~ '^\d{4}-\d\d-\d\d$'),
  sender text NOT NULL CHECK (sender <> ''),
  entered_by uuid NOT NULL REFERENCES accounts
);
