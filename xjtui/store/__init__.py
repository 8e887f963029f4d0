"""Where units are kept: durable TinyDB files, or memory. What the data mean is the domain's; how errors read, `words`."""
