-- 纸质选票: what was printed, issued and came back, and what two persons read from it.
CREATE TABLE paper_rounds (
  round_id uuid PRIMARY KEY REFERENCES rounds,
  printed_by uuid NOT NULL REFERENCES accounts,
  printed_at timestamptz NOT NULL,
  -- 1: once; more: those before are void.
  printings int NOT NULL DEFAULT 1,
  issued int,
  returned int,
  -- 监票人, as the secretary writes their names.
  scrutineers text,
  counted_by uuid REFERENCES accounts,
  counted_at timestamptz,
  CONSTRAINT counted_whole CHECK ((issued IS NULL) = (returned IS NULL) AND (issued IS NULL) = (scrutineers IS NULL) AND (issued IS NULL OR returned <= issued))
);
-- A code for each paper. Whose it is stands here in a named round only.
CREATE TABLE paper_ballots (
  round_id uuid NOT NULL REFERENCES paper_rounds,
  code text NOT NULL,
  account_id uuid REFERENCES accounts,
  PRIMARY KEY (round_id, code)
);
-- 计票人 A and B: two persons, each with a reading of their own.
CREATE TABLE paper_counters (
  round_id uuid NOT NULL REFERENCES paper_rounds,
  slot text NOT NULL CHECK (slot IN ('A','B')),
  account_id uuid NOT NULL REFERENCES accounts,
  finished_at timestamptz,
  PRIMARY KEY (round_id, slot),
  UNIQUE (round_id, account_id)
);
-- Sealed to the round's key until the count, like whatever else a round holds; emptied at it.
CREATE TABLE paper_entries (
  round_id uuid NOT NULL,
  slot text NOT NULL,
  code text NOT NULL,
  sealed bytea NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (round_id, slot, code),
  FOREIGN KEY (round_id, slot) REFERENCES paper_counters (round_id, slot),
  FOREIGN KEY (round_id, code) REFERENCES paper_ballots (round_id, code)
);
CREATE TABLE paper_settled (
  round_id uuid NOT NULL,
  code text NOT NULL,
  sealed bytea NOT NULL,
  settled_by uuid NOT NULL REFERENCES accounts,
  settled_at timestamptz NOT NULL,
  PRIMARY KEY (round_id, code),
  FOREIGN KEY (round_id, code) REFERENCES paper_ballots (round_id, code)
);
