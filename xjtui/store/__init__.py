"""Where units are kept: in durable TinyDB files, or in memory. What the data mean is the domain's."""
