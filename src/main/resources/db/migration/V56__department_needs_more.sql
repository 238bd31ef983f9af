-- A department that cannot decide yet says what is missing, and a decision tells whether the references were obtained.

ALTER TABLE offer ADD COLUMN needed text CHECK (needed <> '');
ALTER TABLE offer ADD CONSTRAINT only_a_draft_needs_more CHECK (needed IS NULL OR state = 'DRAFT');
COMMENT ON COLUMN offer.needed IS 'What the department has said is missing for its decision, while it has not decided; else empty.';

ALTER TABLE offer_event ADD COLUMN references_obtained boolean;
ALTER TABLE offer_event ADD CONSTRAINT a_decision_tells_of_references CHECK (
    references_obtained IS NULL OR step IN ('ASSESS', 'TURN_DOWN'));
COMMENT ON COLUMN offer_event.references_obtained IS 'Of a yes or no before an offer is sent: whether the references were obtained. Empty otherwise, and for decisions from before this was asked, where the note may tell it.';
