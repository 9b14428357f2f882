from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0008_export_wishes'),
    ]

    operations = [
        migrations.AddField(
            model_name='account',
            name='password_given',
            field=models.BooleanField(default=False, verbose_name='كلمة المرور أعطاها مدير'),
        ),
    ]
