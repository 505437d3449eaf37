-- 一并发布: what one person of the office prepared and another released. Until then nothing of it stands anywhere but in `input`, and nobody outside the office and its supervisor reads that.
CREATE TABLE releases (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  round_id uuid NOT NULL REFERENCES rounds,
  -- First day of the public notice.
  starts_on date NOT NULL,
  -- What was typed: summaries, how to object, templates of letters. Who is in it and what the letters say is worked out from it each time.
  input jsonb NOT NULL,
  -- Of everything as it was looked at.
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  prepared_by uuid NOT NULL REFERENCES accounts,
  prepared_at timestamptz NOT NULL,
  released_by uuid REFERENCES accounts,
  released_at timestamptz,
  withdrawn_at timestamptz,
  -- Released for a later day on which the notice could not begin as it was released.
  lapsed_at timestamptz,
  CONSTRAINT release_two_persons CHECK (released_by <> prepared_by),
  CHECK ((released_by IS NULL) = (released_at IS NULL)),
  CHECK (released_at IS NULL OR withdrawn_at IS NULL),
  CHECK (lapsed_at IS NULL OR released_at IS NOT NULL),
  UNIQUE (id, released_at)
);
CREATE UNIQUE INDEX one_open_release ON releases (campaign_id) WHERE released_at IS NULL AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX one_standing_release ON releases (campaign_id) WHERE released_at IS NOT NULL AND lapsed_at IS NULL;

-- Of a release that was released: the reference needs its moment, so that no row can stand before it.
CREATE TABLE release_outcomes (
  release_id uuid NOT NULL,
  released_at timestamptz NOT NULL,
  nomination_id uuid NOT NULL REFERENCES nominations,
  outcome text NOT NULL CHECK (outcome IN ('listed','next','notListed')),
  PRIMARY KEY (release_id, nomination_id),
  CONSTRAINT outcome_after_release FOREIGN KEY (release_id, released_at) REFERENCES releases (id, released_at)
);
CREATE INDEX release_outcomes_of_nomination ON release_outcomes (nomination_id);
CREATE TABLE release_letters (
  id uuid PRIMARY KEY,
  release_id uuid NOT NULL,
  released_at timestamptz NOT NULL,
  audience text NOT NULL CHECK (audience IN ('unit','candidate')),
  unit_id uuid NOT NULL REFERENCES organisations,
  nomination_ids uuid[] NOT NULL,
  -- Mailboxes; none: it is read in the product alone.
  recipients text[] NOT NULL,
  subject text NOT NULL CHECK (subject <> ''),
  body text NOT NULL CHECK (body <> ''),
  CONSTRAINT letter_after_release FOREIGN KEY (release_id, released_at) REFERENCES releases (id, released_at)
);
CREATE INDEX release_letters_of_release ON release_letters (release_id);

ALTER TABLE letters DROP CONSTRAINT letters_kind_check;
ALTER TABLE letters ADD CONSTRAINT letters_kind_check CHECK (kind IN ('issue','reminder','account','extension','news','digest','outcome'));
