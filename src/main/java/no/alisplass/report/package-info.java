/** Answers to a planner's questions in words and tables: the same on a page, in a workbook and on a sheet of paper. Counts alone. */
package no.alisplass.report;
