-- How many of those who wait are not in a forecast, and why: counted when it is asked, since the frozen register is not kept.

ALTER TABLE planning_job ADD COLUMN left_faulty integer CHECK (left_faulty >= 0);
ALTER TABLE planning_job ADD COLUMN left_served integer CHECK (left_served >= 0);
ALTER TABLE planning_job ADD CONSTRAINT who_is_left_out_is_counted_whole CHECK ((left_faulty IS NULL) = (left_served IS NULL));
COMMENT ON COLUMN planning_job.left_faulty IS 'How many who wait are left out since there is an error in their record; empty where nobody could be, and for questions of earlier versions.';
COMMENT ON COLUMN planning_job.left_served IS 'How many who wait are left out since they need no more service, or are given it, as the forecast begins.';
