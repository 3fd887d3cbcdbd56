from jobs.nightly_report import compose


def test_report_names_orders_and_sum(monkeypatch):
    monkeypatch.setenv("REPORT_ADDRESS", "owner@example.com")

    message = compose(3, 4250)

    assert "3 orders, 42.50 euros" in message.get_content()
