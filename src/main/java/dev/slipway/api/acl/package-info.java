/// Redis rules, roles and users: bodies become {@link dev.slipway.model.AclCommand commands}, rows
/// become views. A role's rules are named by name in bodies and shown with number and name.
@NullMarked
package dev.slipway.api.acl;

import org.jspecify.annotations.NullMarked;
