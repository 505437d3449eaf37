-- 公示前请推荐单位确认: one asking of each accepted nomination, not of those chosen alone: a letter to some would tell who is on the list.
CREATE TABLE gate_askings (
  nomination_id uuid PRIMARY KEY REFERENCES nominations ON DELETE CASCADE,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  asked_at timestamptz NOT NULL,
  asked_by uuid NOT NULL REFERENCES accounts,
  due_at timestamptz NOT NULL,
  answer text CHECK (answer IN ('still','changed')),
  answered_by uuid REFERENCES accounts,
  answered_at timestamptz,
  CONSTRAINT answered_whole CHECK (num_nulls(answer, answered_by, answered_at) IN (0, 3))
);
CREATE INDEX gate_askings_by_campaign ON gate_askings (campaign_id);
-- What goes by hand is asked by hand.
CREATE TRIGGER online_only BEFORE INSERT OR UPDATE OF nomination_id ON gate_askings FOR EACH ROW EXECUTE FUNCTION online_only();
