-- 删除个人信息 (PIPL 47): that it was asked for and done, and nothing of whom.
CREATE TABLE erasures (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations,
  -- By the person, or by the unit on the person's behalf.
  asked_as text NOT NULL CHECK (asked_as IN ('person','unit')),
  asked_by uuid NOT NULL REFERENCES accounts,
  at timestamptz NOT NULL,
  nominations int NOT NULL,
  records int NOT NULL,
  files int NOT NULL
);
ALTER TABLE nominations ADD COLUMN erased_at timestamptz;
