-- 阅看记录: who opened what of a nomination on which day, first; one row a person, thing and day. Only added to.
CREATE TABLE dossier_openings (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  nomination_id uuid NOT NULL REFERENCES nominations,
  account_id uuid NOT NULL REFERENCES accounts,
  role text NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisations,
  way text NOT NULL CHECK (way IN ('dossier', 'looked', 'taken', 'appraisal', 'opinions', 'paper')),
  -- Of one file; it may be gone from the dossier since.
  file_id uuid,
  -- In which round a juror opened it.
  round_id uuid REFERENCES rounds,
  day date NOT NULL,
  opened_at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (nomination_id, account_id, role, way, file_id, round_id, day)
);

CREATE FUNCTION dossier_openings_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- What was never submitted may be erased with the person's data, and what was noted of it with it.
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM nominations n WHERE n.id = OLD.nomination_id AND n.submitted_at IS NULL) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'who opened what is added to and never changed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'dossier_openings_stay';
END $$;
CREATE TRIGGER dossier_openings_stay BEFORE UPDATE OR DELETE ON dossier_openings FOR EACH ROW EXECUTE FUNCTION dossier_openings_stay();
CREATE FUNCTION dossier_openings_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A demo whose loading was cut off is emptied and made anew.
  IF (SELECT is_demo FROM installation) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'who opened what is added to and never changed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'dossier_openings_stay';
END $$;
CREATE TRIGGER dossier_openings_kept BEFORE TRUNCATE ON dossier_openings FOR EACH STATEMENT EXECUTE FUNCTION dossier_openings_kept();
