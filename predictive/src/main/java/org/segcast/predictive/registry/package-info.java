/**
 * The predictive part of the warehouse, in DuckDB: the feature matrix, memberships and scores with their history. Start with
 * {@link org.segcast.predictive.registry.FeatureStore}. Each replacement is one transaction after staging: after a kill the content is
 * wholly old or wholly new. One writer at a time; readers see what was committed. Never here: how anything is inferred.
 */
package org.segcast.predictive.registry;
