-- 关口: who said, on which day, that a candidate still fits; what somebody told to have changed; what the office decided.
CREATE TABLE gate_answers (
  id uuid PRIMARY KEY,
  nomination_id uuid NOT NULL REFERENCES nominations ON DELETE CASCADE,
  gate text NOT NULL CHECK (gate IN ('submission','acceptance','round','notice','honour','forwarding')),
  -- Id of the round's rule; empty at all other gates.
  passage text NOT NULL DEFAULT '',
  answer text NOT NULL CHECK (answer IN ('still','changed')),
  rule_ids text[] NOT NULL DEFAULT '{}',
  note text NOT NULL DEFAULT '',
  by uuid NOT NULL REFERENCES accounts,
  at timestamptz NOT NULL,
  CONSTRAINT a_change_is_told CHECK (answer = 'still' OR note <> ''),
  CONSTRAINT a_round_is_named CHECK ((gate = 'round') = (passage <> ''))
);
CREATE INDEX gate_answers_by_nomination ON gate_answers (nomination_id, at);
CREATE INDEX gate_answers_changed ON gate_answers (nomination_id) WHERE answer = 'changed';
CREATE TABLE gate_decisions (
  id uuid PRIMARY KEY,
  nomination_id uuid NOT NULL REFERENCES nominations ON DELETE CASCADE,
  gate text NOT NULL CHECK (gate IN ('submission','acceptance','round','notice','honour','forwarding')),
  passage text NOT NULL DEFAULT '',
  outcome text NOT NULL CHECK (outcome IN ('goesOn','stops')),
  reason text NOT NULL CHECK (reason <> ''),
  by uuid NOT NULL REFERENCES accounts,
  at timestamptz NOT NULL,
  CONSTRAINT a_round_is_named CHECK ((gate = 'round') = (passage <> ''))
);
CREATE INDEX gate_decisions_by_nomination ON gate_decisions (nomination_id, at);
