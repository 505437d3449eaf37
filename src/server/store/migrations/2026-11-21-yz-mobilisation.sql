-- Mobilisation: where a unit's mail goes, who opened and acknowledged a campaign, and the letters of the office with what became of them.

ALTER TABLE organisations ADD COLUMN contact_email text NOT NULL DEFAULT ''
  CHECK (contact_email = '' OR (length(contact_email) <= 254 AND contact_email ~ '^[^[:space:][:cntrl:]@<>,;:"]+@[^[:space:][:cntrl:]@<>,;:"]+$'));

-- first_opened_at stood here from the beginning; who did it, and 已阅知, come beside it.
ALTER TABLE campaign_units ADD COLUMN opened_by uuid REFERENCES accounts, ADD COLUMN acknowledged_at timestamptz, ADD COLUMN acknowledged_by uuid REFERENCES accounts,
  ADD CONSTRAINT acknowledged_by_somebody CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
  ADD CONSTRAINT opened_before_acknowledged CHECK (acknowledged_at IS NULL OR first_opened_at <= acknowledged_at);

-- A job that rests until a time (the next try of a letter) is nobody's before it.
ALTER TABLE jobs ADD COLUMN not_before timestamptz;

-- One letter, as it leaves. `sending` is written before it is handed over and the outcome after: what was cut off in between becomes `held`,
-- because nobody can tell whether it arrived; only a person sends it once more.
CREATE TABLE letters (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations,
  -- Whose issuing or whose round it came of.
  campaign_id uuid NOT NULL REFERENCES campaigns,
  kind text NOT NULL CHECK (kind IN ('issue','reminder')),
  recipient text NOT NULL CHECK (recipient !~ '[[:cntrl:]]' AND recipient LIKE '%_@_%'),
  subject text NOT NULL CHECK (subject <> '' AND subject !~ '[[:cntrl:]]'),
  body text NOT NULL CHECK (body <> ''),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting','sending','sent','held','failed')),
  attempts int NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  error text,
  -- Product time; the tries go by the wall clock.
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES accounts,
  next_try_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  leased_until timestamptz,
  sent_at timestamptz,
  CONSTRAINT leased_while_sending CHECK ((state = 'sending') = (leased_until IS NOT NULL)),
  CONSTRAINT sent_at_a_time CHECK ((state = 'sent') = (sent_at IS NOT NULL))
);
CREATE INDEX letters_by_recipient ON letters (organisation_id, lower(recipient), created_at) WHERE kind = 'reminder';
CREATE INDEX letters_to_send ON letters (campaign_id, next_try_at) WHERE state IN ('waiting','sending');

-- What a letter is about: one reminder speaks of several campaigns and, where units share a mailbox, of several units.
CREATE TABLE letter_matters (
  letter_id uuid NOT NULL REFERENCES letters,
  campaign_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  lacks text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (letter_id, campaign_id, unit_id),
  FOREIGN KEY (campaign_id, unit_id) REFERENCES campaign_units (campaign_id, unit_id)
);
CREATE INDEX letter_matters_by_campaign ON letter_matters (campaign_id, unit_id);
