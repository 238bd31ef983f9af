/** The text of a policy's file, changed without being understood. */
package no.alisplass.policy.file;
