-- What the findings of a sent nomination are about, as it was sealed: narrow rows beside it, kept by the database, by which the desk is narrowed and counted.
CREATE TABLE nomination_findings (
  campaign_id uuid NOT NULL,
  -- A family of findings (composition/return-reasons), never words of one dossier.
  kind text NOT NULL,
  nomination_id uuid NOT NULL REFERENCES nominations ON DELETE CASCADE,
  PRIMARY KEY (campaign_id, kind, nomination_id)
);
CREATE INDEX nomination_findings_by_nomination ON nomination_findings (nomination_id);

CREATE FUNCTION keep_nomination_findings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN DELETE FROM nomination_findings WHERE nomination_id = NEW.id; END IF;
  INSERT INTO nomination_findings (campaign_id, kind, nomination_id) SELECT DISTINCT NEW.campaign_id, k, NEW.id FROM jsonb_array_elements_text(coalesce(NEW.receipt->'kinds', '[]')) k;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_findings_new AFTER INSERT ON nominations FOR EACH ROW WHEN (NEW.receipt->'kinds' IS NOT NULL) EXECUTE FUNCTION keep_nomination_findings();
CREATE TRIGGER keep_findings AFTER UPDATE OF receipt ON nominations FOR EACH ROW WHEN (OLD.receipt->'kinds' IS DISTINCT FROM NEW.receipt->'kinds') EXECUTE FUNCTION keep_nomination_findings();
