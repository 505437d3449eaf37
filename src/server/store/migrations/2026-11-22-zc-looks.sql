-- Streams of pages end with their session, whichever command ends it or moves it to another seat: called out by the table itself, so that none can forget it.
CREATE FUNCTION call_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('xuanshu_looks', 'sessions');
  RETURN NULL;
END
$$;
CREATE TRIGGER sessions_ended AFTER DELETE OR UPDATE OF membership_id, expires_at ON sessions FOR EACH STATEMENT EXECUTE FUNCTION call_sessions();
CREATE TRIGGER seats_changed AFTER DELETE OR UPDATE OF role, organisation_id, for_office ON memberships FOR EACH STATEMENT EXECUTE FUNCTION call_sessions();
