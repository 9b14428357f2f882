"""The queue without a state, and the rulings of a person, by indexes of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0006_catalogue'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='reviewrow',
            index=models.Index(fields=['-doubt', 'name', 'state'], name='queue_open'),
        ),
        migrations.AddIndex(
            model_name='revisionrow',
            index=models.Index(fields=['by', 'report'], name='revision_by'),
        ),
    ]
