-- The candidate as a person with an own sign-in: the code is the login, the part of the nomination is what it opens.
ALTER TABLE memberships DROP CONSTRAINT memberships_role_check;
ALTER TABLE memberships ADD CONSTRAINT memberships_role_check CHECK (role IN ('office','unitClerk','unitApprover','juror','jurySecretary','supervisor','candidate'));

CREATE TABLE candidate_parts (
  nomination_id uuid PRIMARY KEY REFERENCES nominations,
  -- Of a code that was given out and not opened: a keyed hash.
  code_hash bytea UNIQUE,
  code_until timestamptz,
  account_id uuid REFERENCES accounts,
  hands text NOT NULL CHECK (hands IN ('candidate','unit')),
  note text NOT NULL DEFAULT '',
  issued_by uuid NOT NULL REFERENCES accounts,
  issued_at timestamptz NOT NULL,
  opened_at timestamptz,
  returned_at timestamptz,
  withdrew_at timestamptz,
  CHECK ((code_hash IS NULL) = (code_until IS NULL)),
  -- Whoever holds it came in by a code.
  CHECK (hands = 'unit' OR code_hash IS NOT NULL OR account_id IS NOT NULL)
);
CREATE INDEX candidate_parts_by_account ON candidate_parts (account_id);

CREATE TABLE consents (
  nomination_id uuid NOT NULL REFERENCES candidate_parts,
  kind text NOT NULL CHECK (kind IN ('data','notice','publicity')),
  given boolean NOT NULL,
  at timestamptz NOT NULL,
  by uuid NOT NULL REFERENCES accounts,
  PRIMARY KEY (nomination_id, kind)
);
