"""Documents as JSON, records and Arrow batches.

In: a document, or JSON written from one. Out: values of plain types, or the document again. Errors name place and reason.
"""
