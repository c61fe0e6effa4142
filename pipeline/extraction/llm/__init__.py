"""An extractor that asks a model behind an OpenAI-compatible endpoint, and believes only what the article bears out.

endpoint → prompt → asking → form (the answer's words) → drafts; purse and memory keep what is spent and was answered
"""
