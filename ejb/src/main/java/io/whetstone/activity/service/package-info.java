/**
 * What people did in a workspace, for those who are in it. It is made from the audited events of the workspace, less
 * those that concern security: these are for administrators, in the audit log.
 */
@NullMarked
package io.whetstone.activity.service;

import org.jspecify.annotations.NullMarked;
