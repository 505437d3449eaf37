-- 评审各法: a round may follow another; what people decided where a count stopped; ballots of every method.
ALTER TABLE rounds
  ADD COLUMN follows uuid REFERENCES rounds,
  ADD COLUMN decisions jsonb NOT NULL DEFAULT '[]',
  -- 另选人 as written, by the sign that stands for each in the box and in the exported record.
  ADD COLUMN write_ins jsonb NOT NULL DEFAULT '{}';
-- 人选 01, 02 …: by lot at the opening, so that it tells nothing.
ALTER TABLE round_candidates ADD COLUMN ordinal int NOT NULL DEFAULT 0;
UPDATE round_candidates k SET ordinal = n.ordinal FROM (SELECT round_id, nomination_id, row_number() OVER (PARTITION BY round_id ORDER BY nomination_id) AS ordinal FROM round_candidates) n WHERE n.round_id = k.round_id AND n.nomination_id = k.nomination_id;
ALTER TABLE round_jurors
  -- Until the count, or until the juror is dropped: whoever gives something locks the own row and finds it gone.
  ADD COLUMN sits boolean NOT NULL DEFAULT true,
  ADD COLUMN dropped_at timestamptz,
  ADD COLUMN dropped_by uuid REFERENCES accounts,
  ADD COLUMN dropped_reason text,
  ADD CONSTRAINT dropped_with_reason CHECK ((dropped_at IS NULL) = (dropped_reason IS NULL) AND (dropped_at IS NULL OR NOT sits));
UPDATE round_jurors j SET sits = false FROM rounds r WHERE r.id = j.round_id AND r.state = 'closed';
-- What a juror gave one candidate so far, sealed to the round's key like a ballot; gone at the count.
CREATE TABLE score_cards (
  round_id uuid NOT NULL,
  account_id uuid NOT NULL,
  nomination_id uuid NOT NULL,
  sealed bytea NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (round_id, account_id, nomination_id),
  FOREIGN KEY (round_id, account_id) REFERENCES round_jurors (round_id, account_id),
  FOREIGN KEY (round_id, nomination_id) REFERENCES round_candidates (round_id, nomination_id)
) WITH (fillfactor = 80);
ALTER TABLE ballots
  -- 记名 rounds alone.
  ADD COLUMN account_id uuid REFERENCES accounts,
  -- Everything but the approvals, lists along the round's candidates by id; null: there is nothing else.
  ADD COLUMN rest jsonb;
-- Words beside scores, taken out of the opened box in a shuffled order; whose they are stands in a named round only.
CREATE TABLE score_comments (
  round_id uuid NOT NULL REFERENCES rounds,
  nomination_id uuid NOT NULL,
  account_id uuid REFERENCES accounts,
  comment text NOT NULL
);
CREATE INDEX score_comments_by_round ON score_comments (round_id);
-- 评委会的决定: entered by one, confirmed by another.
CREATE TABLE round_decisions (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES rounds,
  decision jsonb NOT NULL,
  reason text NOT NULL,
  proposed_by uuid NOT NULL REFERENCES accounts,
  proposed_at timestamptz NOT NULL,
  confirmed_by uuid REFERENCES accounts,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT decided_by_two CHECK (confirmed_by <> proposed_by)
);
CREATE UNIQUE INDEX one_decision_waits ON round_decisions (round_id) WHERE confirmed_at IS NULL AND withdrawn_at IS NULL;
