/**
 * What people wrote about contacts, and what contacts answered, as single words that many of them share. Start with
 * {@link org.segcast.predictive.text.NoteVocabularySearch}. Never here: a text that leaves it whole, a word that fewer than five people bear.
 */
package org.segcast.predictive.text;
