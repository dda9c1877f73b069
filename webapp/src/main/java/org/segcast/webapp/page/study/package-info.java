/** The founding method step by step. Start at {@link org.segcast.webapp.page.study.StudyPage}. */
package org.segcast.webapp.page.study;
